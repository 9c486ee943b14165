--TEST--
A merchant that demands signed requests: the client's signature is taken, none and another's is refused
--EXTENSIONS--
payment_gateway
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/sandbox.inc';
require __DIR__ . '/../support/calls.inc';

/** A key pair in PEM: the private and the public half. */
function key_pair(): array
{
    $private = (string) shell_exec('openssl genrsa 2048 2>/dev/null');
    $file = temporary_path('key');
    file_put_contents($file, $private);
    $public = (string) shell_exec('openssl pkey -pubout -in ' . escapeshellarg($file));
    unlink($file);

    return [$private, $public];
}

$sandbox = Sandbox::start();
[$private, $public] = key_pair();
[$another] = key_pair();
$sandbox->merchant(['signatureKey' => $public]);
$json = preg_replace('~/payment/$~', '/ecomm/gw/partner/api/v1/', $sandbox->uri);
foreach (['signed' => $private, 'by another key' => $another, 'not signed' => null] as $how => $key) {
    $option = $key === null ? [] : ['signatureKey' => $key];
    foreach (['classic' => $sandbox->client($option), 'sberbank' => new PaymentGateway($json, Sandbox::USER, Sandbox::PASSWORD, null, $option + ['dialect' => 'sberbank'])] as $dialect => $gateway) {
        try {
            $id = $gateway->register("$dialect $how", 1000, 'https://shop.example/')['orderId'];
            $gateway->paymentOrder($id, CARD);
            echo "$dialect, $how: paid, status ", $gateway->getOrderStatusExtended($id)['orderStatus'], "\n";
        } catch (PaymentGateway\Exception $e) {
            echo "$dialect, $how: ", $e::class, ' ', $e->getMessage(), "\n";
        }
    }
}
echo $sandbox->raw('sandbox/merchant', ['signatureKey' => $private])['body'], "\n";

?>
--EXPECT--
classic, signed: paid, status 2
sberbank, signed: paid, status 2
classic, by another key: PaymentGateway\AccessDeniedException register: errorCode 5: [X-Signature] Access denied: the request must be signed; the usual cause is a test login used in production, or the reverse
sberbank, by another key: PaymentGateway\AccessDeniedException register: errorCode 5: [X-Signature] Access denied: the request must be signed; the usual cause is a test login used in production, or the reverse
classic, not signed: PaymentGateway\AccessDeniedException register: errorCode 5: [X-Hash] Access denied: the request must be signed; the usual cause is a test login used in production, or the reverse
sberbank, not signed: PaymentGateway\AccessDeniedException register: errorCode 5: [X-Hash] Access denied: the request must be signed; the usual cause is a test login used in production, or the reverse
{"error":"[signatureKey] wrong value"}
