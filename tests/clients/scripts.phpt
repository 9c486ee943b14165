--TEST--
Scripts of any web page may call what the Open-ID token permits, and nothing else
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/sandbox.inc';

const ORIGIN = ['Origin: https://shop.example'];
const PREFLIGHT = [...ORIGIN, 'Access-Control-Request-Method: POST', 'Access-Control-Request-Headers: content-type'];
const FORM = 'Content-Type: application/x-www-form-urlencoded';
const PERMITTED = ['rest/register.do', 'rest/registerPreAuth.do', 'rest/instantPayment.do', 'rest/motoPayment.do', 'rest/getOrderStatusExtended.do', 'installmentPayment.do', 'rest/3ds/continue.do', 'rest/verifyCard.do'];

/** Status and the headers for scripts. */
function sent(Sandbox $sandbox, string $method, string $path, array $headers, string $body = ''): string
{
    $context = stream_context_create(['http' => ['method' => $method, 'header' => ['Connection: close', ...$headers], 'content' => $body, 'ignore_errors' => true, 'follow_location' => 0]]);
    $stream = fopen(str_starts_with($path, '/') ? preg_replace('~/payment/$~', $path, $sandbox->uri) : $sandbox->uri . $path, 'r', false, $context);
    $lines = stream_get_meta_data($stream)['wrapper_data'];
    $allowed = array_map(strtolower(...), preg_grep('/^Access-Control-/i', $lines));
    sort($allowed);

    return implode('; ', [explode(' ', $lines[0])[1], ...str_replace('access-control-allow-', '', $allowed)]);
}

/** Each method of a gateway, by its URL. */
function paths(Sandbox $sandbox): array
{
    $paths = array_map(static fn (string $name): string => match (true) {
        str_starts_with($name, 'v1/') => '/ecomm/gw/partner/api/' . $name,
        str_starts_with($name, 'recurrent/'), str_starts_with($name, 'ecomm/') => "/$name",
        default => $name,
    }, array_keys($sandbox->requests()));

    return [...$paths, 'rest/nothing.do', 'rest/register.do%00', 'se/keys.do', '/', 'log.html', 'merchants/sandbox/payment_en.html', 'pages/style.css', 'sandbox/orders', 'sandbox/merchant', 'sandbox/log', 'sandbox/fail', 'sandbox/reset'];
}

foreach (['strict' => true, 'tolerant' => false] as $title => $strict) {
    $sandbox = Sandbox::start(['strict' => $strict]);
    $answers = [];
    foreach (paths($sandbox) as $path) {
        $permitted = in_array($path, PERMITTED, true);
        $group = $permitted ? 'permitted' : 'others';
        foreach (['OPTIONS' => PREFLIGHT, 'POST' => [...ORIGIN, FORM], 'GET' => ORIGIN] as $method => $headers) {
            $answer = sent($sandbox, $method, $path, $headers);
            // Statuses of the others differ.
            $answers["$method, $group"][$permitted ? $answer : (substr((string) strstr($answer, '; '), 2) ?: 'nothing')] = true;
        }
    }
    foreach ($answers as $request => $set) {
        ksort($set);
        echo "$title: $request: ", implode(' | ', array_keys($set)), "\n";
    }
    echo "$title: not a preflight: ", sent($sandbox, 'OPTIONS', 'rest/register.do', ORIGIN), "\n";
}

// As a page does it: a form needs no preflight, and the token is no secret.
$form = http_build_query(['token' => 'test_user_token', 'orderNumber' => 'from a page', 'amount' => 100, 'returnUrl' => 'https://shop.example/']);
echo 'by token: ', sent($sandbox, 'POST', 'rest/register.do', [...ORIGIN, FORM], $form), ', ', $sandbox->order('from a page')['amount'], "\n";
echo 'counted of POST, GET and preflight: ', $sandbox->requests()['rest/motoPayment.do'], "\n";
?>
--EXPECT--
strict: OPTIONS, permitted: 204; headers: content-type; methods: post; origin: *
strict: POST, permitted: 200; origin: * | 415; origin: *
strict: GET, permitted: 405; origin: *
strict: OPTIONS, others: nothing
strict: POST, others: nothing
strict: GET, others: nothing
strict: not a preflight: 405; origin: *
tolerant: OPTIONS, permitted: 204; headers: content-type; methods: post; origin: *
tolerant: POST, permitted: 200; origin: * | 415; origin: *
tolerant: GET, permitted: 200; origin: * | 405; origin: *
tolerant: OPTIONS, others: nothing
tolerant: POST, others: nothing
tolerant: GET, others: nothing
tolerant: not a preflight: 405; origin: *
by token: 200; origin: *, 100
counted of POST, GET and preflight: 2
