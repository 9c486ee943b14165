--TEST--
The vendor's modules for shops set and read their callbacks by themselves, and are told there
--EXTENSIONS--
payment_gateway
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/sandbox.inc';
require __DIR__ . '/../support/calls.inc';
require __DIR__ . '/../support/receiver.inc';

/** As the modules do it; the address of the portal is made of that of the API. */
function ask(string $what, string $login, ?string $password, ?array $data): void
{
    global $sandbox;
    $address = str_replace('payment/rest', "mportal/mvc/public/merchant/$what", "{$sandbox->uri}rest/") . substr($login, 0, -4);
    $headers = ['Content-Type:application/json'];
    if ($password !== null) {
        $headers[] = 'Authorization: Basic ' . base64_encode("$login:$password");
    }
    $stream = fopen($address, 'r', false, stream_context_create(['http' => [
        'method' => $data === null ? 'GET' : 'POST',
        'header' => $headers,
        'content' => $data === null ? '' : json_encode($data),
        'ignore_errors' => true,
    ]]));
    $headers = stream_get_meta_data($stream)['wrapper_data'];
    echo "$what: ", explode(' ', $headers[0])[1], ' ', stream_get_contents($stream), "\n";
    echo implode('', array_map(static fn (string $header): string => "  $header\n", preg_grep('~^WWW-~', $headers)));
}

putenv('MALLOC_PERTURB_=90'); // behind a body is no zero by chance
$sandbox = Sandbox::start();
$receiver = new Receiver();
$sandbox->merchant(['userName' => 'shop-api', 'password' => 'pass:word', 'callbackSecret' => 'secret']);
ask('update', 'shop-api', 'pass:word', [
    'callbacks_enabled' => true,
    'callback_type' => 'STATIC',
    'callback_addresses' => "$receiver->address?wc-api=gateway&action=callback",
    'callback_http_method' => 'GET',
    'callback_operations' => 'deposited,approved,declinedByTimeout',
]);
ask('get', 'shop-api', 'pass:word', null);
ask('get', 'shop-api', 'wrong', null);
ask('update', 'shop-api', null, ['callbacks_enabled' => false]);
ask('update', 'test_user', 'test_user_password', ['callback_http_method' => 'PUT']);

$gateway = new PaymentGateway($sandbox->uri, 'shop-api', 'pass:word');
$own = ['dynamicCallbackUrl' => 'http://127.0.0.1:9/'];
$gateway->paymentOrder($id = $gateway->register('A-1', 1000, 'https://shop.example/', $own)['orderId'], CARD);
[$request] = $receiver->wait(1);
$told = PaymentGateway::verifyCallbackHmac($request['query'], 'secret', ['wc-api', 'action']);
echo $told['operation'], ' ', $told['mdOrder'] === $id ? 'of the order' : 'of another one', "\n";

?>
--EXPECTF--
update: 200 {"status":"SUCCESS","callbacks_enabled":true,"callback_type":"STATIC","callback_http_method":"GET","callback_operations":"deposited,approved,declinedByTimeout","callback_addresses":"http://127.0.0.1:%d/%s?wc-api=gateway&action=callback"}
get: 200 {"status":"SUCCESS","callbacks_enabled":true,"callback_type":"STATIC","callback_http_method":"GET","callback_operations":"deposited,approved,declinedByTimeout","callback_addresses":"http://127.0.0.1:%d/%s?wc-api=gateway&action=callback"}
get: 401 {"status":"FAIL","errorMessage":"Access denied"}
  WWW-Authenticate: Basic realm="portal"
update: 401 {"status":"FAIL","errorMessage":"Access denied"}
  WWW-Authenticate: Basic realm="portal"
update: 400 {"status":"FAIL","errorMessage":"[callback_http_method] wrong value"}
deposited of the order
