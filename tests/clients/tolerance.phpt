--TEST--
The sandbox takes over HTTP what banks take: parameters in the URL, GET, other spellings; a strict merchant's it refuses
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/sandbox.inc';

const LOGIN = 'userName=test_user&password=test_user_password';
const ORDER = 'amount=100&returnUrl=https%3A%2F%2Fshop.example%2F';

/** HTTP status and errorCode of a request. */
function sent(Sandbox $sandbox, string $method, string $target, ?string $body = null): string
{
    $context = stream_context_create(['http' => [
        'method' => $method, 'ignore_errors' => true, 'timeout' => 30,
        'header' => ['Connection: close', ...($body === null ? [] : ['Content-Type: application/x-www-form-urlencoded'])],
        'content' => (string) $body,
    ]]);
    $stream = fopen($sandbox->uri . $target, 'r', false, $context);
    $status = explode(' ', stream_get_meta_data($stream)['wrapper_data'][0])[1];
    $answer = json_decode(stream_get_contents($stream), true);
    if (str_contains($target, '%00') && in_array($status, ['400', '404'], true) && $answer === null && $method === 'POST') {
        return 'refused'; // by newer versions of libmicrohttpd, or by the sandbox
    }

    return $status . ($answer === null ? '' : ' ' . ($answer['errorCode'] ?? 'none'));
}

$requests = [
    ['POST', 'rest/register.do', LOGIN . '&orderNumber=1&' . ORDER],
    ['POST', 'rest/register.do?' . LOGIN, 'orderNumber=2&' . ORDER],
    ['POST', 'rest/register.do?' . LOGIN . '&orderNumber=3&' . ORDER],
    ['GET', 'rest/register.do?' . LOGIN . '&orderNumber=4&features%5B0%5D=FORCE_SSL&CMS=A%20shop&' . ORDER],
    ['GET', 'rest/register.do?' . LOGIN . '&orderNumber=5&amount=0100&returnUrl=https%3A%2F%2Fshop.example%2F'],
    ['GET', 'rest/register.do?' . LOGIN . '&orderNumber=6%007&' . ORDER],
    ['GET', 'rest/register.do?' . LOGIN . '&orderNumber=6&' . ORDER . '%'],
    ['POST', 'rest/register.do%00', LOGIN . '&orderNumber=7&' . ORDER],
    ['POST', 'rest/register.do%00.html?a=b', LOGIN . '&orderNumber=7&' . ORDER],
    ['POST', 'rest/register%2Edo', LOGIN . '&orderNumber=8&' . ORDER],
    ['POST', 'rest/paymentOrder.do', LOGIN . '&MDORDER=x&%24PAN=4444555511113333&%24CVC=123&YYYY=2026&MM=12&TEXT=A'],
    ['POST', 'rest/unbindCard.do', LOGIN . '&bindingId=x'],
    ['DELETE', 'rest/register.do', LOGIN],
];
$sandboxes = [Sandbox::start(), Sandbox::start(['strict' => false])];
foreach ($requests as $request) {
    printf("%-6s %-24s %-8s %s\n", $request[0], substr($request[1], 0, 24), ...array_map(fn (Sandbox $sandbox): string => sent($sandbox, ...$request), $sandboxes));
}

// What was tolerated is told, what is secret is not.
$log = (string) file_get_contents("{$sandboxes[1]->uri}sandbox/log?after=3");
['requests' => [$get], 'last' => $last] = json_decode($log, true, 512, JSON_THROW_ON_ERROR);
echo $get['method'], ' ', $get['path'], ', ', count($get['parameters']), ' parameters, ', $get['status'], ', ', isset($get['answer']['orderId']) ? 'an order' : '', "\n";
echo '  ', implode("\n  ", $get['warnings']), "\n";
echo $last >= count($requests) - 2 ? 'all' : $last, ' requests, ', preg_match('/test_user_password|4444555511113333/', $log), " with a secret\n";
$strict = json_decode((string) file_get_contents("{$sandboxes[0]->uri}sandbox/log"), true, 512, JSON_THROW_ON_ERROR);
echo count(array_merge(...array_column($strict['requests'], 'warnings'))), " warnings in strict\n";

// The setting outlives a reset; another merchant may have another.
foreach ($sandboxes as $sandbox) {
    $sandbox->raw('sandbox/reset', []);
    echo sent($sandbox, 'GET', 'rest/register.do?' . LOGIN . '&orderNumber=9&' . ORDER), ' ';
    $sandbox->raw('sandbox/merchant', ['userName' => 'other', 'password' => 'p', 'strict' => 0]);
    echo sent($sandbox, 'GET', 'rest/register.do?userName=other&password=p&orderNumber=9&' . ORDER), "\n";
}
?>
--EXPECT--
POST   rest/register.do         200 none 200 none
POST   rest/register.do?userNam 400      200 none
POST   rest/register.do?userNam 415      200 none
GET    rest/register.do?userNam 405      200 none
GET    rest/register.do?userNam 405      200 5
GET    rest/register.do?userNam 405      200 1
GET    rest/register.do?userNam 405      400
POST   rest/register.do%00      refused  refused
POST   rest/register.do%00.html refused  refused
POST   rest/register%2Edo       200 none 200 none
POST   rest/paymentOrder.do     404      200 3
POST   rest/unbindCard.do       404      404
DELETE rest/register.do         405      405
GET /payment/rest/register.do, 7 parameters, 200, an order
  your bank's document has POST, not GET
  your bank's document has the parameters in the body, not in the URL, which is logged
  [features[0]] your bank's document has features, repeated
  your bank's document has no parameter CMS: ignored
all requests, 0 with a secret
0 warnings in strict
405 200 none
200 none 200 none