--TEST--
No secret in what the logger hears, in messages, traces and dumps, by whatever way a call goes and whatever the gateway echoes
--EXTENSIONS--
payment_gateway
openssl
--INI--
zend.exception_ignore_args=0
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/fault_proxy.inc';
require __DIR__ . '/../support/calls.inc';

const SECRETS = [
    'password' => 'pa55-w0rd&of the+shop',
    'token' => 't0ken-of-the-shop',
    'PAN' => '4444555511113333',
    'seToken' => 'se-t0ken/of+the=payer',
    'proxy password' => 'pr0xy-pa55w0rd',
    'key password' => 'k3y-pa55w0rd',
    'extra PAN' => '5555444433332222',
    'nested PAN' => '6011000990139424',
    'paymentToken' => 'wallet-t0ken-of-the-payer',
];
const CVC = '739';

/** Each as it is, as a form, JSON or base64 would write it. */
function find_secrets(string $what, string $output): void
{
    foreach (SECRETS as $name => $secret) {
        foreach ([$secret, rawurlencode($secret), urlencode($secret), trim(json_encode($secret), '"'), base64_encode($secret), htmlspecialchars($secret)] as $form) {
            if (str_contains($output, $form)) {
                echo "$what shows the $name: ", substr($output, max(0, strpos($output, $form) - 80), 200), "\n";
                return;
            }
        }
    }
    if (preg_match('/(?<![\d.])' . CVC . '(?!\d)/', $output)) {
        echo "$what shows the CVC\n";
    }
}

function printed(mixed ...$values): string
{
    ob_start();
    foreach ($values as $value) {
        var_dump($value);
        print_r($value);
        echo is_object($value) ? '' : json_encode($value, JSON_PARTIAL_OUTPUT_ON_ERROR | JSON_UNESCAPED_SLASHES);
    }

    return ob_get_clean();
}

final class Log
{
    public string $text = '';
    public int $events = 0;

    public function log(mixed $level, mixed $message, array $context): void
    {
        $this->text .= "$level $message " . printed($context);
        $this->events++;
    }
}

// The calls are written so that no frame of the test itself holds a secret: only ours are under test.
$calls = [
    'paymentOrder' => static fn (PaymentGateway $g) => $g->paymentOrder('id1', ['$PAN' => SECRETS['PAN'], '$CVC' => CVC, 'YYYY' => '2030', 'MM' => '12', 'TEXT' => 'A B']),
    'by seToken' => static fn (PaymentGateway $g) => $g->paymentOrder('id1', ['seToken' => SECRETS['seToken'], 'TEXT' => 'A B']),
    'instantRefund' => static fn (PaymentGateway $g) => $g->instantRefund(1, ['pan' => SECRETS['PAN'], 'cvc' => CVC, 'expiry' => '203012', 'cardholderName' => 'A B']),
    'extra parameters' => static fn (PaymentGateway $g) => $g->deposit('id1', 0, ['cardNumber' => SECRETS['extra PAN'], 'card' => ['pan' => SECRETS['nested PAN'], 'cvc' => CVC]]),
    'by path' => static fn (PaymentGateway $g) => $g->call('rest/newThing.do', ['pan' => SECRETS['extra PAN'], 'paymentToken' => SECRETS['paymentToken'], 'cvc' => CVC]),
    'by path, JSON' => static fn (PaymentGateway $g) => $g->call('google/newThing.do', ['card' => ['pan' => SECRETS['nested PAN'], 'cvc' => CVC], 'paymentToken' => SECRETS['paymentToken']]),
    'a read' => static fn (PaymentGateway $g) => $g->getOrderStatusExtended('id1'),
    'a refund with an id' => static fn (PaymentGateway $g) => $g->refund('id1', 1, ['externalRefundId' => 'r1']),
    'a refused one' => static fn (PaymentGateway $g) => $g->paymentOrder('id1', ['$PAN' => SECRETS['PAN'], 'YYYY' => SECRETS['extra PAN'], '$CVC' => CVC]),
];
/** The gateway says all that it was told. */
$all = '%*%';
$echoes = [
    'errorMessage' => ['do' => 'pass', 'reply' => ['body' => "{\"errorCode\":\"5\",\"errorMessage\":\"No: $all\"}"]],
    'errorCode 7' => ['do' => 'pass', 'reply' => ['body' => json_encode(['errorCode' => '7', 'error' => ['message' => $all]])]],
    'HTML' => ['do' => 'pass', 'reply' => ['body' => "<html>$all</html>"]],
    '502' => ['do' => 'pass', 'reply' => ['status' => 502, 'body' => "<html>$all</html>"]],
    '403' => ['do' => 'pass', 'reply' => ['status' => 403, 'body' => $all]],
    'redirect' => ['do' => 'pass', 'reply' => ['status' => 302, 'body' => $all, 'headers' => ['Location' => "/?$all"]]],
    'headers' => ['do' => 'pass', 'reply' => ['status' => 429, 'body' => '', 'headers' => ['X-Echo' => $all, 'Retry-After' => '99']]],
    'reason' => ['do' => 'pass', 'end' => 'fin', 'reply' => ['raw' => "HTTP/1.1 500 $all\r\nContent-Length: 0\r\n\r\n"]],
    'not HTTP' => ['do' => 'pass', 'end' => 'fin', 'reply' => ['raw' => "$all\r\n"]],
    'bad header' => ['do' => 'pass', 'end' => 'fin', 'reply' => ['raw' => "HTTP/1.1 200 OK\r\nContent-Length: $all\r\n\r\n{}"]],
    'bad chunk' => ['do' => 'pass', 'end' => 'fin', 'reply' => ['raw' => "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n$all\r\n{}"]],
    'reset' => ['do' => 'rst'],
    'half of it' => ['do' => 'truncate', 'reply' => ['body' => $all]],
    'good' => ['do' => 'pass', 'reply' => ['body' => '{"errorCode":"0","orderId":"a","orderStatus":2}']],
];
$log = new Log();
$count = 0;
foreach ($echoes as $echo => $rule) {
    $proxy = FaultProxy::start([$rule + ['fill' => true]]);
    $gateways = [
        'password' => new PaymentGateway($proxy->uri, 'shop', SECRETS['password'], null, ['logger' => $log, 'extraParameters' => true, 'retries' => 1]),
        'token' => new PaymentGateway($proxy->uri, null, null, SECRETS['token'], ['logger' => $log, 'extraParameters' => true, 'retries' => 1]),
    ];
    foreach ($gateways as $by => $gateway) {
        foreach ($calls as $name => $call) {
            try {
                $call($gateway);
            } catch (Throwable $e) {
                $count++;
                // The reply itself is the gateway's, and the shop's to keep to itself.
                find_secrets("$name by $by, $echo", $e->getMessage() . $e->getTraceAsString() . printed($e->getTrace()) . (in_array($echo, ['errorMessage', 'errorCode 7'], true) ? '' : printed($e) . $e));
            }
        }
    }
    // The same in a batch, and the batch itself.
    $batch = $gateways['password']->batch([['paymentOrder', ['id1', ['$PAN' => SECRETS['PAN'], '$CVC' => CVC, 'YYYY' => '2030', 'MM' => '12', 'TEXT' => 'A B']]]]);
    foreach ($batch as $value) {
        find_secrets("a batch, $echo", printed($batch, $gateways) . ($value instanceof Throwable ? $value->getMessage() . $value->getTraceAsString() : ''));
    }
    $proxy->stop();
}

// Proxies and keys.
file_put_contents($configuration = temporary_path('cnf'), ''); // some systems have none
$options = ['config' => $configuration, 'private_key_bits' => 2048];
$key = openssl_pkey_new($options);
$file = temporary_path('key');
at_end_of_test(static fn () => array_map('unlink', [$file, $configuration]));
openssl_pkey_export($key, $pem, SECRETS['key password'], $options);
file_put_contents($file, $pem);
foreach ([
    'a proxy that is not there' => ['proxy' => 'http://shop:' . SECRETS['proxy password'] . '@127.0.0.1:1'],
    'a proxy of no name' => ['proxy' => 'http://shop:' . SECRETS['proxy password'] . '@proxy.invalid:1'],
    'a proxy of another scheme' => ['proxy' => 'ftp://shop:' . SECRETS['proxy password'] . '@127.0.0.1:1'],
    'a key without its certificate' => ['clientCertificate' => $file, 'clientKey' => $file, 'clientKeyPassword' => SECRETS['key password']],
    'a key of another password' => ['clientCertificate' => $file, 'clientKey' => $file, 'clientKeyPassword' => SECRETS['key password'] . 'x'],
    'a key password alone' => ['clientKeyPassword' => SECRETS['key password']],
] as $name => $options) {
    try {
        $gateway = new PaymentGateway('https://gateway.invalid/payment/', 'shop', SECRETS['password'], null, $options + ['logger' => $log]);
        find_secrets($name, printed($gateway));
        $gateway->deposit('id1');
    } catch (Throwable $e) {
        $count++;
        find_secrets($name, $e . printed($e, $e->getTrace()));
    }
}
find_secrets('the log', $log->text);
ob_start();
phpinfo();
find_secrets('phpinfo', ob_get_clean());
echo 'the echo of a card: ', str_contains($log->text, ' **************** ') ? 'masked' : 'NOT THERE', "\n";
printf("%s exceptions, %s events looked through\n", $count > 150 ? 'many' : $count, $log->events > 150 ? 'many' : $log->events);

?>
--EXPECT--
the echo of a card: masked
many exceptions, many events looked through
