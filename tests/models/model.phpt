--TEST--
Long random sequences of operations on thousands of orders: every answer, state and sum as a small model says
--EXTENSIONS--
payment_gateway
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/sandbox.inc';
require __DIR__ . '/../support/model.inc';

/** An order that is being worked on: what the model thinks of it, and its id at the gateway. */
final class Subject
{
    public function __construct(public readonly ModelOrder $order, public readonly string $id)
    {
    }
}

/** One merchant, one sandbox, and random operations on a few orders at a time, by either dialect. */
final class Walk
{
    /** Orders alive at the same time, so that clock moves and refund ids meet several of them. */
    private const AT_ONCE = 12;

    private readonly Sandbox $sandbox;
    private readonly DateTimeZone $zone;

    private readonly PaymentGateway $classic;
    private readonly PaymentGateway $json;

    /** Of these two the one that the current operation goes through: they are two doors to the same orders. */
    private PaymentGateway $gateway;

    /** The sandbox's clock when it was last set, and our own then: both run on at the same pace. */
    private int $clock = 0;
    private int $ownClock = 0;

    /** @var list<Subject> */
    private array $subjects = [];

    /** @var array<string, list<string>> by orderNumber */
    private array $histories = [];

    /** @var array<string, int> how often each operation ended in which way */
    public array $seen = [];

    public function __construct(
        private readonly string $name,
        private readonly ModelMerchant $merchant,
        /** How far from a moment at which something happens by itself the gateway is asked nothing: milliseconds. */
        private readonly int $margin,
    ) {
        $minutes = $merchant->setting('utcOffsetMinutes');
        $sign = $minutes < 0 ? '-' : '+';
        $this->zone = new DateTimeZone(sprintf('%s%02d:%02d', $sign, intdiv(abs($minutes), 60), abs($minutes) % 60));
        $this->sandbox = Sandbox::start();
        $this->sandbox->merchant($merchant->settings());
        $this->classic = $this->gateway = $this->sandbox->client(['timezone' => $this->zone]);
        $this->json = new PaymentGateway(
            substr($this->sandbox->uri, 0, -strlen('payment/')) . 'ecomm/gw/partner/api/v1/',
            Sandbox::USER,
            Sandbox::PASSWORD,
            null,
            ['dialect' => 'sberbank', 'timezone' => $this->zone],
        );
        $this->setClock(strtotime('2031-03-05T09:00:00Z') * 1000);
    }

    public function run(int $orders): void
    {
        for ($number = 1; $number <= $orders || $this->subjects !== [];) {
            if ($number <= $orders && count($this->subjects) < self::AT_ONCE) {
                $this->register("$this->name-" . $number++);
                continue;
            }
            $this->gateway = mt_rand(1, 4) === 1 ? $this->json : $this->classic;
            $index = mt_rand(0, count($this->subjects) - 1);
            $subject = $this->subjects[$index];
            $this->step($subject);
            if (mt_rand(1, 100) <= 3) {
                $this->moveClock();
            }
            if (mt_rand(1, 100) <= 1) {
                $this->askForUnknownOrder();
                $this->instantRefund($subject->order->number);
            }
            // What has come to its end is asked a few more times, the rest for longer.
            $order = $subject->order;
            $final = in_array($order->state, [State::REVERSED, State::DECLINED], true)
                || ($order->state === State::REFUNDED && $order->deposited === 0);
            if (mt_rand(1, 100) <= ($final ? 35 : 6)) {
                array_splice($this->subjects, $index, 1);
            }
        }
        $this->compareBooks();
        $this->sandbox->kill();
    }

    // ------------------------------------------------------------------------------------------ operations

    private function register(string $number): void
    {
        $now = $this->now();
        $twoStage = mt_rand(1, 4) > 1;
        $amount = $this->amount();
        $terms = $params = [];
        if (mt_rand(1, 3) === 1) {
            $params['sessionTimeoutSecs'] = $terms['sessionTimeoutSecs'] = [60, 900, 7_200, 260_000][mt_rand(0, 3)];
        }
        foreach (['autocompletionDate' => 25, 'autoReverseDate' => 25] as $name => $percent) {
            // Sometimes both, which is refused.
            if ($twoStage && mt_rand(1, 100) <= $percent) {
                $terms[$name] = $this->momentFrom($now, -3_600, 200_000);
            }
        }
        if (mt_rand(1, 12) === 1) {
            $terms['expirationDate'] = $this->momentFrom($now, -3_600, 50_000);
        }
        foreach (['autocompletionDate', 'autoReverseDate', 'expirationDate'] as $name) {
            if (isset($terms[$name])) {
                $params[$name] = $this->date($terms[$name]);
            }
        }
        if (mt_rand(1, 40) === 1) {
            $amount = 0;
            if (mt_rand(1, 4) > 1) {
                $params['features'] = 'VERIFY';
                $terms['verify'] = true;
            }
        }
        $method = $twoStage ? 'registerPreAuth' : 'register';
        // Which the JSON dialect does not know.
        if (isset($terms['autoReverseDate'])) {
            $this->gateway = $this->classic;
        }
        $what = "$method $number $amount " . json_encode($terms);
        $reply = $this->compare(
            $what,
            $method,
            fn (): array => $this->gateway->$method($number, $amount, 'https://shop.example/return', $params),
            $this->merchant->register($number, $amount, $twoStage, $terms, $now),
            $number,
        );
        if ($reply === null) {
            $there = $this->sandbox->order($number) !== null;
            $this->check($number, $what, 'nothing is registered', $there ? 'it is registered' : 'nothing is registered');
            return;
        }
        $subject = new Subject($this->merchant->orders[$number], $reply['orderId']);
        $this->subjects[] = $subject;
        $this->compareStatus($subject, $what);
    }

    private function step(Subject $subject): void
    {
        $order = $subject->order;
        $now = $this->now();
        // What makes sense more often, but everything in every state.
        $state = $order->state;
        $operation = pick([
            'pay' => $state === State::CREATED ? 80 : 4,
            'deposit' => $state === State::APPROVED || $state === State::PARTLY_DEPOSITED ? 30 : 4,
            'reverse' => $state === State::APPROVED || $state === State::DEPOSITED ? 12 : 4,
            'refund' => $state === State::DEPOSITED || $state === State::REFUNDED ? 40 : 4,
            'decline' => $state === State::CREATED ? 6 : 2,
            'cancel' => $state === State::CREATED ? 2 : 8,
            // Time goes by.
            'look' => $state === State::APPROVED ? 30 : 3,
            'duplicate' => 2,
        ]);
        $before = $order->status($now);
        [$what, $call, $expected] = $this->{$operation}($subject, $now);
        $this->compare("$what  [$before]", $operation, $call, $expected, $order->number);
        $this->compareStatus($subject, $what);
    }

    /** @return array{string, Closure(): array, Expected} what is done, the call, and what the model says */
    private function pay(Subject $subject, int $now): array
    {
        $cards = match (pick(['good' => 70, 'declined' => 26, 'wrong' => 4])) {
            'good' => ModelCard::good(),
            'declined' => ModelCard::declined(),
            'wrong' => [ModelCard::wrongCheckDigit()],
        };
        $card = $cards[array_rand($cards)];

        return [
            "paymentOrder $card->number $card->cvc",
            fn (): array => $this->gateway->paymentOrder($subject->id, $card->params()),
            $subject->order->pay($card, $now),
        ];
    }

    private function deposit(Subject $subject, int $now): array
    {
        $order = $subject->order;
        $left = max(0, $order->approved - $order->deposited);
        $most = max(0, $order->mostToDeposit() - $order->deposited);
        $amount = match (pick(
            ['whole' => 15, 'exact' => 5, 'part' => 50, 'most' => 8, 'above' => 10, 'huge' => 3, 'least' => 5],
        )) {
            'whole' => 0,
            'exact' => $left,
            'part' => mt_rand(1, max(1, $left)),
            'most' => $most,
            'above' => $most + mt_rand(1, 3),
            'huge' => mt_rand(1, 999_999_999_999),
            'least' => mt_rand(1, 150),
        };
        $expected = $order->deposit($amount, $now);

        return [
            "deposit $amount",
            fn (): array => $amount === 0 && mt_rand(0, 1) === 0 ? $this->gateway->deposit($subject->id)
                : $this->gateway->deposit($subject->id, $amount),
            $expected,
        ];
    }

    private function reverse(Subject $subject, int $now): array
    {
        $order = $subject->order;
        $whole = $order->state === State::APPROVED ? $order->approved : $order->deposited;
        $amount = match (pick(['whole' => 45, 'exact' => 10, 'part' => 35, 'above' => 10])) {
            'whole' => null,
            'exact' => max(1, $whole),
            'part' => mt_rand(1, max(1, $whole)),
            'above' => $whole + mt_rand(1, 3),
        };

        return [
            'reverse ' . ($amount ?? 'whole'),
            fn (): array => $this->gateway->reverse($subject->id, $amount === null ? [] : ['amount' => $amount]),
            $order->reverse($amount, $now),
        ];
    }

    private function refund(Subject $subject, int $now): array
    {
        $order = $subject->order;
        $amount = match (pick(['part' => 70, 'all' => 8, 'above' => 10, 'least' => 11, 'nothing' => 1])) {
            'part' => mt_rand(1, max(1, $order->deposited)),
            'all' => max(1, $order->deposited),
            'above' => $order->deposited + mt_rand(1, 3),
            'least' => 1,
            'nothing' => 0,
        };
        $id = null;
        $known = $this->merchant->refunds;
        switch (pick(['none' => 55, 'new' => 25, 'same' => 12, 'reused' => 8])) {
            case 'new':
                $id = sprintf('r-%d-%d', count($known), mt_rand(0, 999_999));
                break;
            case 'same':
                // An id of this very order with its own amount.
                $own = array_filter($known, static fn (array $refund): bool => $refund[0] === $order);
                if ($own !== []) {
                    $id = (string) array_rand($own);
                    $amount = $own[$id][1];
                }
                break;
            case 'reused':
                $id = $known === [] ? null : (string) array_rand($known);
                break;
        }
        $json = $this->gateway === $this->json;
        // The JSON dialect has no such parameter.
        $expectedDeposited = $json ? null : match (pick(['none' => 75, 'right' => 15, 'wrong' => 10])) {
            'none' => null,
            'right' => $order->deposited,
            'wrong' => $order->deposited + mt_rand(1, 100),
        };
        $params = array_filter(
            ['externalRefundId' => $id, 'expectedDepositedAmount' => $expectedDeposited],
            static fn (mixed $value): bool => $value !== null,
        );
        $params = $json && $id !== null ? ['jsonParams' => $params] : $params;

        return [
            "refund $amount " . json_encode($params),
            fn (): array => $this->gateway->refund($subject->id, $amount, $params),
            $order->refund($amount, $id, $expectedDeposited, $now),
        ];
    }

    private function decline(Subject $subject, int $now): array
    {
        $number = mt_rand(1, 4) === 1 ? "{$subject->order->number}-other" : $subject->order->number;

        return [
            "decline $number",
            fn (): array => $this->gateway->decline($subject->id, $number),
            $subject->order->decline($number, $now),
        ];
    }

    private function cancel(Subject $subject, int $now): array
    {
        return ['cancel', fn (): array => $this->gateway->cancel($subject->id), $subject->order->cancel($now)];
    }

    /** Nothing but the status, which every step ends with. */
    private function look(Subject $subject, int $now): array
    {
        return [
            'getOrderStatusExtended',
            fn (): array => $this->gateway->getOrderStatusExtended($subject->id),
            Expected::ok(),
        ];
    }

    private function duplicate(Subject $subject, int $now): array
    {
        $number = $subject->order->number;
        $twoStage = mt_rand(0, 1) === 1;
        $method = $twoStage ? 'registerPreAuth' : 'register';
        // The same order once more, or another one under its number.
        $amount = mt_rand(0, 1) === 1 ? max(1, $subject->order->amount) : 77;

        return [
            "$method again",
            fn (): array => $this->gateway->$method($number, $amount, 'https://shop.example/return'),
            $this->merchant->register($number, $amount, $twoStage, [], $now),
        ];
    }

    private function askForUnknownOrder(): void
    {
        $id = sprintf('%08x-0000-4000-8000-%012x', mt_rand(), mt_rand());
        [$what, $call] = [
            ['getOrderStatusExtended', fn (): array => $this->gateway->getOrderStatusExtended($id)],
            ['getOrderStatusExtended', fn (): array => $this->gateway->getOrderStatusExtended(null, 'nobody')],
            ['deposit', fn (): array => $this->gateway->deposit($id, 100)],
            ['reverse', fn (): array => $this->gateway->reverse($id)],
            ['refund', fn (): array => $this->gateway->refund($id, 100)],
            ['decline', fn (): array => $this->gateway->decline($id, 'nobody')],
            ['cancel', fn (): array => $this->gateway->cancel($id)],
            ['paymentOrder', fn (): array => $this->gateway->paymentOrder($id, ModelCard::good()[0]->params())],
        ][mt_rand(0, 7)];
        $expected = $what === 'paymentOrder' ? Expected::unknownOrderToPay() : Expected::unknownOrder();
        $this->compare("$what of an unknown order", "unknown $what", $call, $expected, $id);
    }

    private function instantRefund(string $used): void
    {
        $this->gateway = $this->classic;
        $number = mt_rand(1, 4) === 1 ? $used : "$this->name-credit-" . count($this->merchant->orders);
        $amount = max(1, $this->amount());
        $card = mt_rand(1, 4) === 1 ? ModelCard::declined()[0] : ModelCard::good()[0];
        $reply = $this->compare(
            "instantRefund $number $amount to $card->number",
            'instantRefund',
            fn (): array => $this->gateway->instantRefund($amount, [
                'orderNumber' => $number,
                'pan' => $card->number,
                'expiry' => $card->year . $card->month,
                'cvc' => $card->cvc,
                'cardholderName' => 'A PAYEE',
            ]),
            $this->merchant->instantRefund($number, $amount, $card, $this->now()),
            $number,
        );
        if ($reply !== null) {
            $this->subjects[] = new Subject($this->merchant->orders[$number], $reply['orderId']);
        }
    }

    // ---------------------------------------------------------------------------------------------- values

    private function amount(): int
    {
        return match (pick(['small' => 10, 'usual' => 80, 'great' => 10])) {
            'small' => mt_rand(1, 200),
            'usual' => mt_rand(200, 30_000),
            // Twice that, the most that a merchant may capture here, still has 12 digits.
            'great' => mt_rand(100_000_000_000, 499_999_999_999),
        };
    }

    /** A whole second, some way from now. */
    private function momentFrom(int $now, int $least, int $most): int
    {
        $seconds = mt_rand(1, 3) === 1 ? mt_rand($least, 900) : mt_rand($least, $most);

        return 1000 * (intdiv($now, 1000) + ($seconds === 0 ? 1 : $seconds));
    }

    /** As a text in the merchant's zone, or as an object in any zone. */
    private function date(int $moment): string|DateTimeInterface
    {
        $date = new DateTimeImmutable('@' . intdiv($moment, 1000));

        return match (mt_rand(0, 2)) {
            0 => $date->setTimezone($this->zone)->format('Y-m-d\TH:i:s'),
            1 => $date,
            2 => $date->setTimezone(new DateTimeZone(['Asia/Almaty', 'America/New_York', '+05:30'][mt_rand(0, 2)])),
        };
    }

    // ---------------------------------------------------------------------------------------------- clock

    /** The sandbox's time, moved on if something is about to happen by itself: no test hits that to the millisecond. */
    private function now(?iterable $orders = null): int
    {
        $now = $this->clockNow();
        $orders ??= array_map(static fn (Subject $subject): ModelOrder => $subject->order, $this->subjects);
        do {
            $near = $this->merchant->day($now - $this->margin) !== $this->merchant->day($now + $this->margin);
            foreach ($orders as $order) {
                foreach ($order->moments() as $moment) {
                    $near = $near || abs($moment - $now) < $this->margin;
                }
            }
            if ($near) {
                $now += 2 * $this->margin;
                $moved = true;
            }
        } while ($near);
        if (isset($moved)) {
            $this->setClock($now);
        }

        return $now;
    }

    private function clockNow(): int
    {
        return $this->clock + intdiv(hrtime(true) - $this->ownClock, 1_000_000);
    }

    private function setClock(int $now): void
    {
        $this->clock = $this->sandbox->clock(['now' => (string) intdiv($now + 999, 1000)])['now'];
        $this->ownClock = hrtime(true);
    }

    private function moveClock(): void
    {
        $now = $this->now();
        $next = match (pick(['minutes' => 40, 'hours' => 15, 'moment' => 35, 'tomorrow' => 10])) {
            'minutes' => $now + mt_rand(30, 1_500) * 1000,
            'hours' => $now + mt_rand(1, 12) * 3_600_000,
            // To just before or after the next thing that happens by itself.
            'moment' => $this->nextMoment($now) + (mt_rand(0, 2) === 0 ? -2 : 2) * $this->margin,
            'tomorrow' => $now + 86_400_000,
        };
        $this->setClock(max($now, $next));
        foreach ($this->subjects as $subject) {
            $this->histories[$subject->order->number][] = '  clock at ' . gmdate('Y-m-d H:i:s', intdiv($this->clock, 1000));
        }
    }

    private function nextMoment(int $now): int
    {
        $moments = [];
        foreach ($this->subjects as $subject) {
            foreach ($subject->order->moments() as $moment) {
                if ($moment > $now) {
                    $moments[] = $moment;
                }
            }
        }

        return $moments === [] ? $now : min($moments);
    }

    // ------------------------------------------------------------------------------------------ comparison

    /** The reply, or null after the expected exception. @param Closure(): array $call */
    private function compare(string $what, string $operation, Closure $call, Expected $expected, string $number): ?array
    {
        $reply = null;
        try {
            $reply = $call();
            $actual = rtrim('ok ' . (isset($reply['operation']) ? "$reply[operation] $reply[amount]" : ''));
        } catch (PaymentGateway\Exception $e) {
            $actual = sprintf('%s %s', substr($e::class, strlen('PaymentGateway\\')), json_encode($e->getErrorCode()));
            if ($e->isOutcomeUnknown()) {
                $actual .= ' outcome unknown';
            }
        }
        $json = $this->gateway === $this->json;
        $what .= $json ? ' by JSON' : '';
        $this->check($number, $what, $expected->text($json), $actual, isset($e) ? $e->getMessage() : '');
        $this->histories[$number][] = "$what: $actual";
        $this->count(($json ? 'JSON ' : '') . $operation . ' ' . preg_replace('~ [0-9]+$~', '', $actual));

        return $reply;
    }

    private function count(string $what): void
    {
        $this->seen[$what] = ($this->seen[$what] ?? 0) + 1;
    }

    private function compareStatus(Subject $subject, string $what): void
    {
        $number = $subject->order->number;
        $status = match (mt_rand(0, 2)) {
            0 => $this->gateway->getOrderStatusExtended($subject->id),
            1 => $this->gateway->getOrderStatusExtended(orderNumber: $number),
            // The orderId wins.
            2 => $this->gateway->getOrderStatusExtended($subject->id, 'another'),
        };
        $sums = $status['paymentAmountInfo'];
        $this->check(
            $number,
            "status after $what",
            "{$subject->order->status($this->clockNow())} $number $subject->id",
            sprintf(
                '%d %s amount %d approved %d deposited %d refunded %d actionCode %d %s %s',
                $status['orderStatus'],
                $sums['paymentState'],
                $status['amount'],
                $sums['approvedAmount'],
                $sums['depositedAmount'],
                $sums['refundedAmount'],
                $status['actionCode'],
                $status['orderNumber'],
                $status['attributes'][0]['value'],
            ),
        );
    }

    /** At the end: every order with its operations, and the sums over all of them. */
    private function compareBooks(): void
    {
        $now = $this->now($this->merchant->orders);
        $missing = $this->merchant->orders;
        foreach ($this->sandbox->allOrders() as $actual) {
            $number = $actual['orderNumber'];
            $order = $missing[$number] ?? null;
            unset($missing[$number]);
            $this->check(
                $number,
                'the order at the end',
                $order === null ? 'no such order' : $order->status($now),
                sprintf(
                    '%d %s amount %d approved %d deposited %d refunded %d actionCode %d',
                    $actual['orderStatus'],
                    State::tryFrom($actual['orderStatus'])?->name,
                    $actual['amount'],
                    $actual['approvedAmount'],
                    $actual['depositedAmount'],
                    $actual['refundedAmount'],
                    $actual['actionCode'],
                ),
            );
            if ($order->automatic !== null) {
                $this->count("automatic $order->automatic");
            }
            $this->check(
                $number,
                'its operations',
                self::operations($order->operations),
                self::operations($actual['operations']),
            );
            foreach ($order->operations as $index => $operation) {
                $late = $actual['operations'][$index]['time'] - $operation['time'];
                $inTime = abs($late) < $this->margin;
                $this->check($number, "the time of operation $index", 'in time', $inTime ? 'in time' : "$late ms late");
            }
        }
        $this->check('all', 'orders', '', implode(', ', array_keys($missing)));
        $books = $this->sandbox->books();
        $expected = $this->merchant->books($now);
        ksort($books);
        ksort($expected);
        $this->check('all', 'the books', json_encode($expected), json_encode($books));
    }

    /** @param list<array<string, mixed>> $operations */
    private static function operations(array $operations): string
    {
        return implode(', ', array_map(
            static fn (array $operation): string =>
                "$operation[type] $operation[amount] " . json_encode($operation['externalRefundId'] ?? null),
            $operations,
        ));
    }

    private function check(string $number, string $what, string $expected, string $actual, string $message = ''): void
    {
        if ($expected === $actual) {
            return;
        }
        global $seed;
        printf(
            "PAYMENT_GATEWAY_SEED=%d, merchant %s %s, now %s\n%s\n  %s\nexpected: %s\nactual:   %s  %s\n",
            $seed,
            $this->name,
            json_encode($this->merchant->settings()),
            gmdate('Y-m-d H:i:s', intdiv($this->clock, 1000)),
            implode("\n", $this->histories[$number] ?? ["order $number"]),
            $what,
            $expected,
            $actual,
            $message,
        );
        exit(1);
    }
}

/** @return array<string, int> */
function random_settings(): array
{
    return [
        'attempts' => mt_rand(1, 4),
        'depositLimitPercent' => [0, 7, 100][mt_rand(0, 2)],
        'depositMinimum' => [0, 100][mt_rand(0, 1)],
        'multipleDeposits' => mt_rand(0, 1),
        'partialReversal' => mt_rand(0, 1),
        'reverseDeposited' => mt_rand(0, 1),
        'reverseReturnsToApproved' => mt_rand(0, 1),
        'reverseSameDay' => mt_rand(0, 1),
        'failedReversalIsFinal' => mt_rand(0, 1),
        ['autoCompletionHours', 'autoReverseHours'][mt_rand(0, 1)] => [0, 3, 40][mt_rand(0, 2)],
        'sessionTimeoutSecs' => [600, 1200, 20_000][mt_rand(0, 2)],
        'utcOffsetMinutes' => [0, 180, 345, -600][mt_rand(0, 3)],
    ];
}

$seed = (int) (getenv('PAYMENT_GATEWAY_SEED') ?: random_int(1, 1 << 30));
mt_srand($seed);
// Under valgrind everything takes longer.
$slowness = getenv('USE_ZEND_ALLOC') === '0' ? 20 : 1;
$orders = intdiv((int) (getenv('PAYMENT_GATEWAY_ORDERS') ?: 500), $slowness);
$merchants = [
    'plain' => [],
    'staged' => [
        'attempts' => 3,
        'multipleDeposits' => 1,
        'depositLimitPercent' => 10,
        'autoCompletionHours' => 5,
        'utcOffsetMinutes' => 180,
    ],
    'lenient' => [
        'attempts' => 2,
        'reverseDeposited' => 1,
        'reverseSameDay' => 0,
        'failedReversalIsFinal' => 0,
        'autoReverseHours' => 30,
        'depositMinimum' => 100,
    ],
    'undoing' => [
        'reverseDeposited' => 1,
        'reverseReturnsToApproved' => 1,
        'multipleDeposits' => 1,
        'depositLimitPercent' => 15,
        'depositMinimum' => 50,
        'utcOffsetMinutes' => -300,
    ],
    'random1' => random_settings(),
    'random2' => random_settings(),
    'random3' => random_settings(),
    'random4' => random_settings(),
];
$seen = [];
foreach ($merchants as $name => $settings) {
    $walk = new Walk($name, new ModelMerchant($settings), 3000 * $slowness);
    $walk->run($orders);
    foreach ($walk->seen as $what => $count) {
        $seen[$what] = ($seen[$what] ?? 0) + $count;
    }
}

// Random is not the same as thorough: what must have occurred.
$wanted = [
    'register ok', 'register AccessDeniedException', 'registerPreAuth ok', 'registerPreAuth ArgumentException null',
    'duplicate DuplicateOrderException',
    'pay ok', 'pay DeclinedException', 'pay InvalidRequestException', 'pay InvalidStateException',
    'deposit ok', 'deposit AccessDeniedException', 'deposit InvalidStateException',
    'reverse ok', 'reverse AccessDeniedException', 'reverse InvalidStateException',
    'refund ok', 'refund AccessDeniedException', 'refund InvalidStateException', 'refund ArgumentException null',
    'decline ok', 'decline AccessDeniedException', 'decline OrderNotFoundException',
    'cancel ok reverse', 'cancel ok refund', 'cancel InvalidStateException',
    'JSON register ok', 'JSON registerPreAuth ok',
    'JSON pay ok', 'JSON pay DeclinedException', 'JSON pay InvalidStateException',
    'JSON deposit ok', 'JSON deposit InvalidStateException', 'JSON reverse ok', 'JSON reverse InvalidStateException',
    'JSON refund ok', 'JSON refund InvalidStateException',
    'JSON decline ok', 'JSON cancel ok reverse', 'JSON cancel ok refund',
    'instantRefund ok', 'instantRefund DuplicateOrderException', 'instantRefund DeclinedException',
    'automatic declinedByTimeout', 'automatic deposited', 'automatic reversed',
];
if ($slowness === 1) {
    foreach ($wanted as $what) {
        if (!isset($seen[$what])) {
            printf("PAYMENT_GATEWAY_SEED=%d: '%s' never occurred\n", $seed, $what);
        }
    }
}
if (getenv('PAYMENT_GATEWAY_SHOW')) {
    ksort($seen);
    print_r($seen);
}
echo "as the model says\n";

// What refers to itself is otherwise left to the end of the process, which valgrind calls a leak.
$walk = null;
gc_collect_cycles();

?>
--EXPECT--
as the model says
