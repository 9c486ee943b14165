--TEST--
No password, token, card number or CVC in any dump, trace, message or phpinfo
--EXTENSIONS--
payment_gateway
--INI--
zend.exception_ignore_args=0
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/fault_proxy.inc';
require __DIR__ . '/../support/calls.inc';

const PASSWORD = 'pa55-w0rd-of-the-shop';
const TOKEN = 't0ken-of-the-shop';
const PROXY_PASSWORD = 'pr0xy-pa55w0rd';
/** The CVC, 739, is looked for apart: three digits are easily part of something else. */
const SECRETS = [PASSWORD, TOKEN, PROXY_PASSWORD, '4444555511113333', 'se-t0ken-of-the-payer', 'wa11et-t0ken-of-the-payer', 'crypt0gram-of-the-payer'];

/** Everything that prints a value, into one string. */
function printed(mixed $value): string
{
    ob_start();
    var_dump($value);
    print_r($value);
    debug_zval_dump($value);
    if (is_object($value)) {
        var_dump((array) $value, get_object_vars($value), get_mangled_object_vars($value));
        echo json_encode($value, JSON_PARTIAL_OUTPUT_ON_ERROR);
    }
    if ($value instanceof PaymentGateway) {
        var_export($value);
    }
    if ($value instanceof Throwable) {
        echo $value, $value->getTraceAsString();
        var_dump($value->getTrace());
        var_dump(json_encode($value->getTrace(), JSON_PARTIAL_OUTPUT_ON_ERROR));
    }

    return ob_get_clean();
}

function check(string $what, mixed $value): void
{
    $output = is_string($value) ? $value : printed($value);
    foreach (SECRETS as $secret) {
        foreach ([$secret, rawurlencode($secret), base64_encode($secret), strrev($secret)] as $form) {
            if (str_contains($output, $form)) {
                echo "$what shows $secret\n";
            }
        }
    }
    if (preg_match('/\b739\b/', $output)) {
        echo "$what shows the CVC\n";
    }
    printf("%-24s %s\n", $what, strlen($output) > 20 ? 'clean' : 'EMPTY');
}

const PUBLIC_PEM = '-----BEGIN PUBLIC KEY-----MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAqnJHFC/H+PCH/POZ7rz7Bh+f47gZvZbLH1Ynv+EnA96Nl9HD+TiXkM2KQRlnjQzpJQxGL2ahNy2eUYX6lGjLJZOVUYMGPO54ONLmGi3T9at0T2736FLDtksgtc9ydz8eKShoDA6Eb+LX4bWsLBXQhLPY2VGnHgVUG+eBDojf6pZpPAlOeWCmi3MlfOwN2oET2gZgM8eOaUh3p15yISOXMVO2C8HVD6svQG3rjNnPTLLrCUw4F0zaj3XWiZsy8AXVGB1mElzSdm4IoHjbN7OgUB5vzHBTbo4pdABC3EuHyp2aINHavjkU+RnE+mW/+c7l65wXCRblEaXhYb5U5HYWYwIDAQAB-----END PUBLIC KEY-----';
const CARD_OF_PAYER = [
    '$PAN' => '4444555511113333', '$CVC' => '739', 'YYYY' => '2030', 'MM' => '12', 'TEXT' => 'A B',
];
$proxy = FaultProxy::start([
    ['nth' => 1, 'do' => 'fin'],
    ['nth' => 2, 'do' => 'hang'],
    ['nth' => 3, 'do' => 'pass', 'reply' => ['status' => 502, 'body' => '<p>' . PASSWORD . '</p>4444555511113333 739']],
    ['do' => 'pass', 'reply' => ['body' => json_encode(
        ['errorCode' => '5', 'errorMessage' => 'No access for ' . PASSWORD . ', 4444555511113333, se-t0ken-of-the-payer (739), code 7390'],
    )]],
]);
define('URI', $proxy->uri);
$gateway = new PaymentGateway(URI, 'test_user', PASSWORD, null, ['timeout' => 0.5]);
$byToken = new PaymentGateway(URI, null, null, TOKEN);
$throughProxy = new PaymentGateway('https://gateway.invalid/payment/', 'test_user', PASSWORD, null, [
    'proxy' => 'http://user:' . PROXY_PASSWORD . '@127.0.0.1:1',
]);

check('the client', $gateway);
check('the client by token', $byToken);
check('the client by proxy', $throughProxy);
// The calls are written so that no frame of the test itself holds a secret: only ours are under test.
check('connection lost', caught(fn () => $gateway->paymentOrder('id1', CARD_OF_PAYER)));
check('timeout', caught(fn () => $gateway->paymentOrder('id1', CARD_OF_PAYER)));
check('a broken gateway', caught(fn () => $gateway->paymentOrder('id1', CARD_OF_PAYER)));
$e = caught(fn () => $gateway->paymentOrder('id1', ['seToken' => 'se-t0ken-of-the-payer'] + CARD_OF_PAYER));
check('an echo', $e->getMessage());
echo $e->getMessage(), "\n";
check('called by name', caught(fn () => $gateway->call('paymentOrder', ['MM' => '13x', 'MDORDER' => 'id1'] + CARD_OF_PAYER)));
check('an instant payment', caught(fn () => $gateway->instantPayment(1, 'u', ['pan' => SECRETS[3], 'cvc' => 739, 'expiry' => 'x'])));
check('an order by letter', caught(fn () => $gateway->motoPayment(1, 'u', ['pan' => SECRETS[3], 'cvc' => 739, 'expiry' => 'x', 'cardholder' => 'A B'])));
check('a wallet', caught(fn () => $gateway->applePay('', 'n', SECRETS[5])));
check('a wallet decrypted', caught(fn () => $gateway->googlePayDirect('n', SECRETS[5], 0, 'u')));
check('a wallet of a token', caught(fn () => $byToken->mirPay('n', 1, SECRETS[5])));
check('a token', caught(fn () => $gateway->tokenPayment(1, 'X', ['dpan' => SECRETS[3], 'tokenCryptogram' => SECRETS[6]], 'u')));
check('a nested wrong place', caught(fn () => $gateway->tokenPayment(1, 'VTS', ['MM' => SECRETS[3], 'dpan' => SECRETS[6]], 'u')));
check('a task', caught(fn () => $gateway->createTask(['pan' => SECRETS[3], 'amount' => 1])));
check('called by path', caught(fn () => $gateway->call('rest/x.do', ['a' => 1.5] + CARD_OF_PAYER)));
check('a token of a card', caught(fn () => $throughProxy->createSeToken(['pan' => SECRETS[3], 'cvc' => '739', 'expiry' => '203012'])));
check('a token of a wrong card', caught(fn () => $gateway->createSeToken(['pan' => SECRETS[3], 'cvc' => '739', 'expiry' => 'x'])));
check('a token too long', caught(fn () => PaymentGateway::encryptSeToken(['pan' => SECRETS[3], 'cvc' => '739', 'expiry' => '203012', 'cardholder' => str_repeat('A', 300)], PUBLIC_PEM)));
check('a key that is none', caught(fn () => PaymentGateway::encryptSeToken(['pan' => SECRETS[3], 'cvc' => '739', 'expiry' => '203012'], SECRETS[6])));
check('an own MPI', caught(fn () => $gateway->paymentOrder('id1', ['jsonParams' => ['eci' => '02', 'cavv' => SECRETS[6]]] + CARD_OF_PAYER)));
check('a verified card', caught(fn () => $gateway->verifyCard(0, ['pan' => SECRETS[3], 'cvc' => '739', 'expiry' => 'x'])));
check('an enrolment', caught(fn () => $gateway->verifyEnrollment(SECRETS[3] . 'x')));
check('a PaRes', caught(fn () => $gateway->finish3dsPayment('id1', ['paRes' => SECRETS[6], 'x' => 1])));
check('what the bank posted', caught(fn () => $gateway->confirmReturn('', ['PaRes' => SECRETS[6]])));
check('the proxy fails', caught(fn () => $throughProxy->getOrderStatusExtended('id1')));
check('a wrong parameter', caught(fn () => $gateway->paymentOrder('id1', ['MM' => [CARD_OF_PAYER]] + CARD_OF_PAYER)));
check('a card in a wrong place', caught(fn () => $gateway->paymentOrder('id1', ['YYYY' => SECRETS[3]] + CARD_OF_PAYER)));
check('an unknown parameter', caught(fn () => $gateway->paymentOrder('id1', ['pin' => '739'] + CARD_OF_PAYER)));
check('half of credentials', caught(fn () => new PaymentGateway(URI, null, PASSWORD)));
check('both credentials', caught(fn () => new PaymentGateway(URI, 'u', PASSWORD, TOKEN)));
check('a password in baseUri', caught(fn () => new PaymentGateway('https://u:' . PASSWORD . '@h/payment/', 'u', PASSWORD)));
check('a wrong option', caught(fn () => new PaymentGateway(URI, 'u', PASSWORD, null, ['proxy' => [PROXY_PASSWORD]])));
check('a wrong type', caught(fn () => (fn () => new PaymentGateway(URI, 'u', PASSWORD, null, ...[1]))()));

ob_start();
phpinfo();
check('phpinfo', ob_get_clean());
foreach (['serialize', fn ($o) => clone $o] as $copy) {
    echo caught(fn () => $copy($gateway))->getMessage(), "\n";
}

?>
--EXPECT--
the client               clean
the client by token      clean
the client by proxy      clean
connection lost          clean
timeout                  clean
a broken gateway         clean
an echo                  clean
paymentOrder: errorCode 5: No access for *********************, ****************, ********************* (***), code 7390; the usual cause is a test login used in production, or the reverse
called by name           clean
an instant payment       clean
an order by letter       clean
a wallet                 clean
a wallet decrypted       clean
a wallet of a token      clean
a token                  clean
a nested wrong place     clean
a task                   clean
called by path           clean
a token of a card        clean
a token of a wrong card  clean
a token too long         clean
a key that is none       clean
an own MPI               clean
a verified card          clean
an enrolment             clean
a PaRes                  clean
what the bank posted     clean
the proxy fails          clean
a wrong parameter        clean
a card in a wrong place  clean
an unknown parameter     clean
half of credentials      clean
both credentials         clean
a password in baseUri    clean
a wrong option           clean
a wrong type             clean
phpinfo                  clean
Serialization of 'PaymentGateway' is not allowed
Trying to clone an uncloneable object of class PaymentGateway
