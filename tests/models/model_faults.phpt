--TEST--
Random operations over a connection that breaks in every way: after reconciliation the shop's books are the gateway's
--EXTENSIONS--
payment_gateway
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/sandbox.inc';
require __DIR__ . '/../support/fault_proxy.inc';
require __DIR__ . '/../support/model.inc';

/**
 * A shop behind a bad line. Its books are the orders of the model, and an operation goes into them only when the
 * gateway said so: in its answer, or in the status after an answer that never came.
 */
final class Shop
{
    private readonly Sandbox $sandbox;
    private readonly FaultProxy $proxy;
    private readonly PaymentGateway $gateway;

    /** The same gateway while it cannot be reached at all. */
    private readonly PaymentGateway $unreachable;

    private readonly ModelMerchant $books;

    /** The gateway's time; it hardly moves while the test runs, and nothing depends on it. */
    private readonly int $now;

    /** @var array<string, list<string>> by orderNumber */
    private array $histories = [];

    /** @var array<string, int> */
    public array $seen = [];

    /** @param array<string, int> $settings */
    public function __construct(private readonly int $seed, private readonly bool $json, array $settings)
    {
        $this->books = new ModelMerchant($settings + ['sessionTimeoutSecs' => 1_000_000]);
        $this->sandbox = Sandbox::start();
        $this->sandbox->merchant($this->books->settings());
        // Noon, so that the bank's day does not end in the middle.
        $this->now = $this->sandbox->clock(['now' => '2031-03-05T12:00:00'])['now'];
        $this->proxy = FaultProxy::start(self::faults(), $this->sandbox->uri);
        $this->gateway = $this->client($this->proxy->uri);
        $this->unreachable = $this->client('http://127.0.0.1:1/payment/');
    }

    private function client(string $uri): PaymentGateway
    {
        if ($this->json) {
            $uri = substr($uri, 0, -strlen('payment/')) . 'ecomm/gw/partner/api/v1/';
        }

        return new PaymentGateway(
            $uri,
            Sandbox::USER,
            Sandbox::PASSWORD,
            null,
            ['dialect' => $this->json ? 'sberbank' : 'classic', 'retries' => 0],
        );
    }

    /** What befalls which request or connection. @return list<array<string, mixed>> */
    private static function faults(): array
    {
        $html = ['headers' => ['Content-Type' => 'text/html'], 'body' => '<html>Bad Gateway</html>'];
        $rules = [
            // Read, and never handed on.
            ['do' => 'fin', 'upstream' => false],
            ['do' => 'rst', 'upstream' => false],
            ['do' => 'pass', 'upstream' => false, 'reply' => ['status' => 502] + $html],
            ['do' => 'pass', 'upstream' => false, 'reply' => ['status' => 400] + $html],
            ['do' => 'pass', 'upstream' => false, 'reply' => ['body' => '']],
            // Handled, and the answer lost.
            ['do' => 'fin', 'upstream' => true],
            ['do' => 'drop', 'upstream' => true],
            ['do' => 'rst', 'upstream' => true],
            ['do' => 'truncate'],
            ['do' => 'truncate', 'bytes' => 30],
            ['do' => 'wrongLength', 'by' => 10],
            ['do' => 'wrongLength', 'by' => -3],
            ['do' => 'pass', 'upstream' => true, 'reply' => ['status' => 502] + $html],
            ['do' => 'pass', 'upstream' => true, 'reply' => $html],
            // Turned away at the door, and known to be.
            ['do' => 'pass', 'upstream' => false, 'reply' => ['status' => 429] + $html],
            ['do' => 'pass', 'upstream' => false, 'reply' => ['status' => 403] + $html],
            ['do' => 'pass', 'upstream' => false, 'reply' => ['status' => 404] + $html],
            // Answered whole, and then the kept connection is gone.
            ['do' => 'pass', 'end' => 'fin', 'endAfter' => 0],
        ];
        for ($request = 1; $request < 10_000; $request++) {
            $rule = mt_rand(0, count($rules) - 1);
            // Truncating takes the proxy a while.
            if (mt_rand(1, 100) <= ($rules[$rule]['do'] === 'truncate' ? 5 : 30)) {
                $rules[$rule]['nth'][] = $request;
            }
        }
        $connections = array_values(array_filter(range(1, 5_000), static fn (): bool => mt_rand(1, 10) === 1));
        $half = intdiv(count($connections), 2);
        shuffle($connections);

        return [
            // Before the request was read.
            ['at' => 'accept', 'do' => 'rst', 'connection' => array_slice($connections, 0, $half)],
            ['at' => 'handshake', 'do' => 'fin', 'connection' => array_slice($connections, $half)],
            ...array_filter($rules, static fn (array $rule): bool => isset($rule['nth'])),
        ];
    }

    public function run(int $orders): void
    {
        for ($number = 1; $number <= $orders; $number++) {
            $this->serve("shop-$this->seed-$number");
        }
        $this->compareBooks();
        $this->proxy->stop();
        $this->sandbox->kill();
    }

    // ------------------------------------------------------------------------------------------ operations

    private function serve(string $number): void
    {
        $id = $this->register($number);
        $order = $this->books->orders[$number];
        // Sometimes the shop is too early.
        $steps = mt_rand(0, 9) === 0 ? ['deposit', 'pay'] : ['pay'];
        for ($more = mt_rand(2, 8); $more > 0; $more--) {
            $steps[] = '';
        }
        foreach ($steps as $step) {
            $this->{$step ?: $this->nextStep($order)}($order, $id);
            if (in_array($order->state, [State::REVERSED, State::DECLINED], true) && mt_rand(0, 1) === 0) {
                break;
            }
        }
    }

    private function nextStep(ModelOrder $order): string
    {
        return pick(match ($order->state) {
            State::CREATED => ['pay' => 60, 'decline' => 30, 'reverse' => 5, 'refund' => 5],
            State::APPROVED => ['deposit' => 75, 'reverse' => 14, 'cancel' => 8, 'refund' => 3],
            State::PARTLY_DEPOSITED => ['deposit' => 80, 'refund' => 10, 'reverse' => 5, 'cancel' => 5],
            State::DEPOSITED, State::REFUNDED => ['refund' => 75, 'reverse' => 10, 'cancel' => 10, 'deposit' => 5],
            State::REVERSED, State::DECLINED =>
                ['pay' => 1, 'deposit' => 1, 'refund' => 1, 'reverse' => 1, 'decline' => 1],
        });
    }

    /** Until it is known to be registered, once: a lost registration is looked up by its number. */
    private function register(string $number): string
    {
        $amount = mt_rand(100, 50_000);
        $method = mt_rand(1, 5) === 1 ? 'register' : 'registerPreAuth';
        $id = null;
        while ($id === null) {
            try {
                $id = $this->line()->$method($number, $amount, 'https://shop.example/return')['orderId'];
            } catch (PaymentGateway\Exception $e) {
                $this->note($number, "$method $number $amount", $e);
                if ($e instanceof PaymentGateway\GatewayException) {
                    $this->fail($number, 'registered', 'refused');
                }
                if (!$e->isOutcomeUnknown()) {
                    $this->expectNoTrace($number, 'no order');
                    continue;
                }
                $status = $this->ask(null, $number);
                $id = $status['attributes'][0]['value'] ?? null;
                $this->count($id === null ? 'unknown, had not happened' : 'unknown, had happened');
            }
        }
        $this->histories[$number][] = "$method $number $amount: registered";
        $this->books->register($number, $amount, $method === 'registerPreAuth', [], $this->now);

        return $id;
    }

    private function pay(ModelOrder $order, string $id): void
    {
        $cards = mt_rand(1, 8) === 1 ? ModelCard::declined() : ModelCard::good();
        $card = $cards[array_rand($cards)];
        $this->operate(
            $order,
            $id,
            "paymentOrder $card->number",
            static fn (PaymentGateway $gateway): array => $gateway->paymentOrder($id, $card->params()),
            fn (): Expected => $order->pay($card, $this->now),
        );
    }

    private function deposit(ModelOrder $order, string $id): void
    {
        $left = max(1, $order->approved - $order->deposited);
        $amount = match (pick(['whole' => 20, 'part' => 65, 'above' => 10, 'exact' => 5])) {
            'whole' => 0,
            'part' => mt_rand(1, $left),
            'above' => 2 * $left + 100,
            'exact' => $left,
        };
        $this->operate(
            $order,
            $id,
            "deposit $amount",
            static fn (PaymentGateway $gateway): array => $gateway->deposit($id, $amount),
            fn (): Expected => $order->deposit($amount, $this->now),
        );
    }

    private function reverse(ModelOrder $order, string $id): void
    {
        $amount = mt_rand(0, 1) === 0 || $order->approved < 2 ? null : mt_rand(1, $order->approved - 1);
        $this->operate(
            $order,
            $id,
            'reverse ' . ($amount ?? 'whole'),
            static fn (PaymentGateway $gateway): array =>
                $gateway->reverse($id, $amount === null ? [] : ['amount' => $amount]),
            fn (): Expected => $order->reverse($amount, $this->now),
        );
    }

    private function refund(ModelOrder $order, string $id): void
    {
        $amount = match (pick(['part' => 75, 'all' => 10, 'above' => 15])) {
            'part' => mt_rand(1, max(1, $order->deposited)),
            'all' => max(1, $order->deposited),
            'above' => $order->deposited + 1,
        };
        // Half of them with an id, and these are repeated blindly; the others are decided by the sums.
        $refundId = mt_rand(0, 1) === 0 ? null
            : sprintf('%s-%d', $order->number, count($order->operations) * 1000 + mt_rand(0, 999));
        $params = $refundId === null ? [] : ['externalRefundId' => $refundId];
        if ($this->json && $refundId !== null) {
            $params = ['jsonParams' => $params];
        }
        $this->operate(
            $order,
            $id,
            "refund $amount $refundId",
            static fn (PaymentGateway $gateway): array => $gateway->refund($id, $amount, $params),
            fn (): Expected => $order->refund($amount, $refundId, null, $this->now),
            repeatable: $refundId !== null,
        );
    }

    private function decline(ModelOrder $order, string $id): void
    {
        $this->operate(
            $order,
            $id,
            'decline',
            static fn (PaymentGateway $gateway): array => $gateway->decline($id, $order->number),
            fn (): Expected => $order->decline($order->number, $this->now),
        );
    }

    private function cancel(ModelOrder $order, string $id): void
    {
        $this->operate(
            $order,
            $id,
            'cancel',
            static fn (PaymentGateway $gateway): array => $gateway->cancel($id),
            fn (): Expected => $order->cancel($this->now),
        );
    }

    // -------------------------------------------------------------------------------------- reconciliation

    /**
     * Calls until it is known what became of it, then writes that down. What the gateway did and did not tell is
     * found out by its sums, or, if the call may be repeated as it is, by repeating it.
     *
     * @param Closure(PaymentGateway): array $call
     * @param Closure(): Expected $write does it in the shop's books
     */
    private function operate(
        ModelOrder $order,
        string $id,
        string $what,
        Closure $call,
        Closure $write,
        bool $repeatable = false,
    ): void {
        $before = $order->status($this->now);
        $trace = self::operations($order->operations);
        $told = $found = null;
        while ($told === null && $found === null) {
            try {
                $call($this->line());
                $told = 'done';
            } catch (PaymentGateway\Exception $e) {
                $this->note($order->number, $what, $e);
                if ($e instanceof PaymentGateway\GatewayException) {
                    $told = 'refused';
                } elseif (!$e->isOutcomeUnknown()) {
                    $this->expectNoTrace($order->number, $trace);
                } elseif ($repeatable) {
                    $this->count('unknown, repeated');
                    $trace = $this->trace($order->number);
                } else {
                    $now = self::describe($this->ask($id, null));
                    $found = $now === $before ? null : $now;
                    $this->count($found === null ? 'unknown, had not happened' : 'unknown, had happened');
                }
            }
        }
        $expected = $write()->isOk() ? 'done' : 'refused';
        $after = $order->status($this->now);
        $this->histories[$order->number][] = "$what: " . ($told ?? 'found out') . " [$after]";
        if ($told !== null && $told !== $expected) {
            $this->fail($order->number, $expected, $told);
        }
        if ($found !== null && $found !== $after) {
            $this->fail($order->number, $after, $found);
        }
        $this->count($told ?? 'found out');
    }

    /** The line of the moment. */
    private function line(): PaymentGateway
    {
        return mt_rand(1, 40) === 1 ? $this->unreachable : $this->gateway;
    }

    /** A question may be asked as often as it takes. Null: there is no such order. */
    private function ask(?string $id, ?string $number): ?array
    {
        for ($try = 1;; $try++) {
            try {
                return $this->line()->getOrderStatusExtended($id, $number);
            } catch (PaymentGateway\OrderNotFoundException) {
                return null;
            } catch (PaymentGateway\Exception $e) {
                $this->count('question repeated');
                // It changes nothing, so nothing can be unknown about it.
                if ($e->isOutcomeUnknown() || $e instanceof PaymentGateway\GatewayException || $try > 50) {
                    $this->note((string) ($number ?? $id), 'getOrderStatusExtended', $e);
                    $this->fail((string) ($number ?? $id), 'a status', $e::class);
                }
            }
        }
    }

    private static function describe(array $status): string
    {
        return sprintf(
            '%d %s amount %d approved %d deposited %d refunded %d actionCode %d',
            $status['orderStatus'],
            $status['paymentAmountInfo']['paymentState'],
            $status['amount'],
            $status['paymentAmountInfo']['approvedAmount'],
            $status['paymentAmountInfo']['depositedAmount'],
            $status['paymentAmountInfo']['refundedAmount'],
            $status['actionCode'],
        );
    }

    /** After an error that says that nothing happened, the gateway has what it had before the call. */
    private function expectNoTrace(string $number, string $before): void
    {
        $this->count('known not to have happened');
        $after = $this->trace($number);
        if ($after !== $before) {
            $this->fail($number, "no trace, still: $before", $after);
        }
    }

    /** What the test sees and the shop does not: the operations in the gateway's own books. */
    private function trace(string $number): string
    {
        return self::operations($this->sandbox->order($number)['operations'] ?? null);
    }

    private function compareBooks(): void
    {
        $missing = $this->books->orders;
        foreach ($this->sandbox->allOrders() as $there) {
            $number = $there['orderNumber'];
            $order = $missing[$number] ?? null;
            unset($missing[$number]);
            $expected = $order === null ? 'no such order'
                : $order->status($this->now) . ': ' . self::operations($order->operations);
            $actual = self::describe($there + [
                'paymentAmountInfo' => ['paymentState' => State::tryFrom($there['orderStatus'])?->name] + $there,
            ]) . ': ' . self::operations($there['operations']);
            if ($expected !== $actual) {
                $this->fail($number, $expected, $actual);
            }
        }
        if ($missing !== []) {
            $this->fail((string) array_key_first($missing), 'an order', 'none');
        }
        $books = $this->sandbox->books();
        $own = $this->books->books($this->now);
        ksort($books);
        ksort($own);
        if ($books !== $own) {
            $this->fail('all', json_encode($own), json_encode($books));
        }
    }

    /** @param list<array<string, mixed>>|null $operations */
    private static function operations(?array $operations): string
    {
        return $operations === null ? 'no order' : implode(', ', array_map(
            static fn (array $operation): string =>
                "$operation[type] $operation[amount] " . ($operation['externalRefundId'] ?? ''),
            $operations,
        ));
    }

    private function note(string $number, string $what, PaymentGateway\Exception $e): void
    {
        $this->histories[$number][] = sprintf(
            '  %s: %s errorCode %s HTTP %d %s',
            $what,
            $e::class,
            json_encode($e->getErrorCode()),
            $e->getHttpStatus(),
            $e->isOutcomeUnknown() ? 'outcome unknown' : 'outcome known',
        );
    }

    private function count(string $what): void
    {
        $this->seen[$what] = ($this->seen[$what] ?? 0) + 1;
    }

    private function fail(string $number, string $expected, string $actual): never
    {
        printf(
            "PAYMENT_GATEWAY_SEED=%d\n%s\nexpected: %s\nactual:   %s\n",
            $this->seed,
            implode("\n", $this->histories[$number] ?? ["order $number"]),
            $expected,
            $actual,
        );
        exit(1);
    }
}

// Under valgrind everything takes longer.
$orders = getenv('USE_ZEND_ALLOC') === '0' ? 15 : 200;
$given = (int) getenv('PAYMENT_GATEWAY_SEED');
$seen = [];
foreach ($given !== 0 ? [$given] : [1, 2] as $seed) {
    mt_srand($seed);
    // Of an odd seed the JSON dialect, and a reversal takes a captured order back to its hold.
    $shop = new Shop($seed, $seed % 2 === 1, [
        'multipleDeposits' => 1,
        'depositLimitPercent' => 10,
        'reverseDeposited' => $seed % 2,
        'reverseReturnsToApproved' => $seed % 2,
    ]);
    $shop->run($orders);
    foreach ($shop->seen as $what => $count) {
        $seen[$what] = ($seen[$what] ?? 0) + $count;
    }
}
$wanted = [
    'done', 'refused', 'found out', 'unknown, had happened', 'unknown, had not happened', 'unknown, repeated',
    'known not to have happened', 'question repeated',
];
foreach ($wanted as $what) {
    if (($seen[$what] ?? 0) < 5) {
        printf("'%s' occurred %d times only\n", $what, $seen[$what] ?? 0);
    }
}
if (getenv('PAYMENT_GATEWAY_SHOW')) {
    print_r($seen);
}
echo "to the last minor unit\n";

// What refers to itself is otherwise left to the end of the process, which valgrind calls a leak.
$shop = null;
gc_collect_cycles();

?>
--EXPECT--
to the last minor unit
