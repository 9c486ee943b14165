--TEST--
createSeToken: a card encrypted with the gateway's key pays; the key is asked for once; what is wrong is said before
--EXTENSIONS--
payment_gateway
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/fault_proxy.inc';
require __DIR__ . '/../support/both_ways.inc';

final class Text
{
    public function __construct(private string $text)
    {
    }

    public function __toString(): string
    {
        return $this->text;
    }
}

const PLAIN = ['pan' => '4444555511113333', 'cvc' => '123', 'expiry' => '202612'];

$sandbox = Sandbox::start();
$proxy = FaultProxy::start([], $sandbox->uri);
$gateway = $proxy->client();

function say(string $what, Closure $call): void
{
    try {
        printf("%s: %s\n", $what, $call());
    } catch (Throwable $e) {
        printf("%s: %s %s\n", $what, $e::class, $e->getMessage());
    }
}

$order = static fn (array $params = []): string => $gateway->register(BothWays::number(), 700, URL, $params)['orderId'];
$pay = static function (string $id, array $card) use ($gateway): string {
    $token = $gateway->createSeToken($card + ['orderId' => $id]);
    $gateway->paymentOrder($id, ['seToken' => $token, 'TEXT' => 'CARD HOLDER']);

    return strlen($token) . ' characters, orderStatus ' . $gateway->getOrderStatusExtended($id)['orderStatus'];
};
say('a card', fn () => $pay($order(), PLAIN));
say('as int and object', fn () => $pay($order(), ['pan' => 4444555511113333, 'cvc' => new Text('123'), 'expiry' => 202612]));
say('without CVC', fn () => $pay($order(), ['cvc' => null] + PLAIN));
say('of another order', fn () => $pay($order(), ['orderId' => $order()] + PLAIN));
$id = $order(['clientId' => 'anna']);
$gateway->paymentOrder($id, CARD);
$binding = $gateway->getOrderStatusExtended($id)['bindingInfo']['bindingId'];
say('a stored card', function () use ($gateway, $order, $binding) {
    $id = $order(['clientId' => 'anna']);
    $token = $gateway->createSeToken(['bindingId' => $binding, 'cvc' => '123', 'orderId' => $id]);
    $gateway->paymentOrderBinding($id, $binding, ['seToken' => $token, 'tii' => 'F']);

    return 'orderStatus ' . $gateway->getOrderStatusExtended($id)['orderStatus'];
});
say('at once', fn () => $gateway->instantPayment(700, URL, [
    'orderNumber' => BothWays::number(), 'seToken' => $gateway->createSeToken(PLAIN),
])['orderStatus']['orderStatus'] ?? 'no status');
say('two tokens differ', fn () => var_export($gateway->createSeToken(PLAIN) !== $gateway->createSeToken(PLAIN), true));

$asked = $proxy->deliveries('se/keys.do');
printf("asked %d time, %s, body of %d bytes\n", count($asked), $asked[0]['method'], strlen($asked[0]['body']));
$requests = count($proxy->deliveries());
say('by another client of the same gateway', fn () => strlen((new PaymentGateway($proxy->uri, 'other', 'secret'))->createSeToken(PLAIN)));
printf("%d requests more\n", count($proxy->deliveries()) - $requests);

echo "== with a key that the shop has\n";
$key = json_decode((string) file_get_contents($sandbox->uri . 'se/keys.do'), true)['keys'][0]['keyValue'];
say('pays', function () use ($gateway, $order, $key) {
    $id = $order();
    $gateway->paymentOrder($id, ['seToken' => PaymentGateway::encryptSeToken(PLAIN + ['orderId' => $id], $key), 'TEXT' => 'CARD HOLDER']);

    return 'orderStatus ' . $gateway->getOrderStatusExtended($id)['orderStatus'];
});
say('no key', fn () => PaymentGateway::encryptSeToken(PLAIN, 'secret'));
say('too long', fn () => PaymentGateway::encryptSeToken(PLAIN + ['cardholder' => str_repeat('x', 150), 'registeredFrom' => 'a telephone'], $key));
$mine = $key . '';
$card = ['pan' => new class () {
    public function __toString(): string
    {
        $GLOBALS['mine'] = 'gone';
        $GLOBALS['card'] = null;

        return '4444555511113333';
    }
}, 'expiry' => '202612'];
say('its own variables change meanwhile', fn () => strlen(PaymentGateway::encryptSeToken($GLOBALS['card'], $GLOBALS['mine'])));

echo "== refused before anything is sent\n";
$fresh = FaultProxy::start([['do' => 'drop']]);
say('a wrong card', fn () => $fresh->client()->createSeToken(['cvc' => '12'] + PLAIN));
say('a misspelt name', fn () => $fresh->client()->createSeToken(PLAIN + ['cvv' => '123']));
say('another dialect', fn () => $fresh->client(['dialect' => 'sberbank'])->createSeToken(PLAIN));
say('an object that throws', fn () => $fresh->client()->createSeToken(['pan' => new class () {
    public function __toString(): string
    {
        throw new LogicException('mine');
    }
}]));
say('without a constructor', fn () => (new ReflectionClass(PaymentGateway::class))->newInstanceWithoutConstructor()->createSeToken(PLAIN));
printf("%d requests\n", count($fresh->deliveries()));

echo "== when the gateway does not answer with a key\n";
foreach ([
    ['do' => 'drop'],
    ['do' => 'pass', 'reply' => ['body' => '{"keys":[]}']],
    ['do' => 'pass', 'reply' => ['body' => '<p>busy</p>', 'status' => 503]],
    ['do' => 'pass', 'reply' => ['body' => json_encode(['keys' => [['keyValue' => $key, 'protocolVersion' => 'RSA', 'keyExpiration' => 1000 * (time() - 1)]]])]],
] as $i => $rule) {
    $events = [];
    $bad = FaultProxy::start([$rule]);
    $logger = static function (array $event) use (&$events): void {
        $events[] = $event;
    };
    say("$i", fn () => $bad->client(['logger' => $logger])->createSeToken(PLAIN));
    printf("    %d event, %s\n", count($events), preg_match('/(?<![\d.])(?<!127\.0\.0\.1:)4444/', json_encode($events)) ? 'SHOWS THE CARD' : 'without the card');
}
// A key that expires is asked for anew.
$expires = microtime(true) + patience(4);
$soon = FaultProxy::start([['do' => 'pass', 'reply' => ['body' => json_encode(['keys' => [['keyValue' => $key, 'protocolVersion' => 'RSA', 'keyExpiration' => (int) (1000 * $expires)]]])]]]);
$soon->client()->createSeToken(PLAIN);
$soon->client()->createSeToken(PLAIN);
printf("asked %d time\n", count($soon->deliveries()));
time_sleep_until($expires + 0.1);
say('expired', fn () => $soon->client()->createSeToken(PLAIN));
printf("asked %d times\n", count($soon->deliveries()));

?>
--EXPECT--
a card: 344 characters, orderStatus 2
as int and object: 344 characters, orderStatus 2
without CVC: 344 characters, orderStatus 2
of another order: PaymentGateway\AccessDeniedException paymentOrder: errorCode 5: [seToken] wrong value
a stored card: orderStatus 2
at once: no status
two tokens differ: true
asked 1 time, GET, body of 0 bytes
by another client of the same gateway: 344
0 requests more
== with a key that the shop has
pays: orderStatus 2
no key: PaymentGateway\ArgumentException publicKeyPem must be an RSA public key in PEM
too long: PaymentGateway\ArgumentException card: its data have 255 bytes in all, and the gateway's key encrypts at most 245: give a shorter cardholder, or none
its own variables change meanwhile: 344
== refused before anything is sent
a wrong card: PaymentGateway\ArgumentException card: cvc must be 3 or 4 digits
a misspelt name: PaymentGateway\ArgumentException card: cvv is unknown; did you mean cvc?
another dialect: PaymentGateway\ArgumentException createSeToken: the dialect sberbank has no seToken
an object that throws: LogicException mine
without a constructor: Error The PaymentGateway object has not been constructed
0 requests
== when the gateway does not answer with a key
0: PaymentGateway\TransportException createSeToken: the connection was lost before an answer came
    1 event, without the card
1: PaymentGateway\ReplyException createSeToken: se/keys.do has no RSA key that is valid now
    1 event, without the card
2: PaymentGateway\ReplyException createSeToken: HTTP 503: the gateway failed: busy
    1 event, without the card
3: PaymentGateway\ReplyException createSeToken: se/keys.do has no RSA key that is valid now
    1 event, without the card
asked 1 time
expired: PaymentGateway\ReplyException createSeToken: se/keys.do has no RSA key that is valid now
asked 2 times
