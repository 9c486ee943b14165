--TEST--
What clients of others put on the wire, one file each: it pays in the tolerant setting, and each warning is as recorded
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/sandbox.inc';

const CARD = ['$PAN' => '4444555511113333', '$CVC' => '123', 'YYYY' => '2026', 'MM' => '12', 'TEXT' => 'CARD HOLDER'];

/** A request as it is on the wire, and its answer: [HTTP status, decoded body]. */
function send(Sandbox $sandbox, string $line, ?string $type, string $body): array
{
    [$method, $target] = explode(' ', $line, 2);
    $context = stream_context_create(['http' => [
        'method' => $method, 'content' => $body, 'ignore_errors' => true, 'timeout' => 30,
        'header' => ['Connection: close', ...($type === null ? [] : ["Content-Type: $type"])],
    ]]);
    $stream = fopen(str_replace('/payment/', $target, $sandbox->uri), 'r', false, $context);
    $status = (int) explode(' ', stream_get_meta_data($stream)['wrapper_data'][0])[1];

    return [$status, json_decode(stream_get_contents($stream), true)];
}

/** The member of an answer at a path like a.0.b. */
function member(mixed $answer, string $path): mixed
{
    foreach (explode('.', $path) as $name) {
        $answer = $answer[$name] ?? null;
    }

    return $answer;
}

/** What went otherwise than the file says. */
function replay(Sandbox $sandbox, array $wire): array
{
    $wrong = $ids = [];
    foreach ($wire['steps'] as $number => $step) {
        if (isset($step['pay'])) {
            $sandbox->raw('rest/paymentorder.do', ['userName' => Sandbox::USER, 'password' => Sandbox::PASSWORD, 'MDORDER' => $ids['{' . $step['pay'] . '}']] + CARD);
            continue;
        }
        $last = $sandbox->log()['last'];
        [$status, $answer] = send($sandbox, strtr($step['send'], $ids), $step['type'] ?? null, strtr($step['body'] ?? '', $ids));
        foreach ($step['keep'] ?? [] as $path => $name) {
            $ids['{' . $name . '}'] = member($answer, $path);
        }
        $is = [
            'status' => $status,
            'errorCode' => (string) ($answer['errorCode'] ?? $answer['ErrorCode'] ?? '0'),
            'warnings' => $sandbox->log($last)['requests'][0]['warnings'],
        ];
        $was = array_intersect_key($step, $is) + ['status' => 200, 'errorCode' => '0', 'warnings' => []];
        // A path that does not exist is refused before anything is read.
        $was['warnings'] = $was['status'] === 200 ? [...$wire['always'], ...$was['warnings']] : [];
        foreach ($is as $what => $value) {
            if ($value !== $was[$what]) {
                $wrong[] = "$number $what: " . json_encode($value, JSON_UNESCAPED_SLASHES);
            }
        }
    }
    foreach ($wire['orders'] as $name => $sums) {
        $order = array_values(array_filter(iterator_to_array($sandbox->allOrders()), fn (array $order): bool => $order['orderId'] === $ids['{' . $name . '}']))[0];
        $is = [$order['orderStatus'], $order['approvedAmount'], $order['depositedAmount'], $order['refundedAmount']];
        if ($is !== $sums) {
            $wrong[] = "$name is " . json_encode($is);
        }
    }

    return $wrong;
}

$sandbox = Sandbox::start(['strict' => false]);
$files = glob(__DIR__ . '/wire/*.json');
foreach ($files as $file) {
    $sandbox->raw('sandbox/reset', []);
    $wire = json_decode(file_get_contents($file), true, 512, JSON_THROW_ON_ERROR);
    $wrong = replay($sandbox, $wire);
    printf("%s: %d requests%s\n", basename($file, '.json'), count(array_column($wire['steps'], 'send')), $wrong === [] ? '' : "\n  " . implode("\n  ", $wrong));
}
?>
--EXPECT--
3davinci: 8 requests
alewon: 13 requests
avlyalin-get: 16 requests
avlyalin-post: 16 requests
helios-ag: 8 requests
npm-sberbank-acquiring: 11 requests
omnipay-sberbank: 14 requests
panasyuk: 8 requests
rusadrako: 10 requests
vendor-bitrix: 6 requests
vendor-woocommerce: 6 requests
voronkovich-ecom: 15 requests
voronkovich-get: 17 requests
voronkovich-post: 17 requests