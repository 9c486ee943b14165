--TEST--
A signed text can be read in several ways, of which at most one verifies
--EXTENSIONS--
payment_gateway
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/callbacks.inc';

$texts = (int) (getenv('USE_ZEND_ALLOC') === '0' ? 100 : 3_000);
$seed = (int) (getenv('PAYMENT_GATEWAY_SEED') ?: random_int(1, 1 << 30));
mt_srand($seed);

/** All ways to read tokens as names and values, each name after the one before it. @return Generator<list<array{string, string}>> */
function readings(array $tokens, string $after = ''): Generator
{
    if ($tokens === []) {
        yield [];
    }
    if (count($tokens) < 2 || strcmp($tokens[0], $after) <= 0) {
        return;
    }
    for ($length = 1; $length < count($tokens); $length++) {
        $pair = [$tokens[0], implode(';', array_slice($tokens, 1, $length))];
        foreach (readings(array_slice($tokens, $length + 1), $tokens[0]) as $rest) {
            yield [$pair, ...$rest];
        }
    }
}

$words = ['amount', 'orderNumber', 'operation', 'status', '1', '0', 'alpha', 'beta', 'nu', 'zeta', '', 'two words', 'чай', 'A-17'];
$seen = ['ambiguous' => 0, 'one' => 0, 'none' => 0];
for ($i = 0; $i < $texts; $i++) {
    $tokens = array_map(static fn (): string => $words[mt_rand(0, count($words) - 1)], range(1, mt_rand(2, 9)));
    $verified = [];
    $all = 0;
    foreach (readings($tokens) as $pairs) {
        $all++;
        try {
            PaymentGateway::verifyCallbackHmac(parameters_of(signed_pairs($pairs, 's')), 's');
            $verified[] = $pairs;
        } catch (PaymentGateway\SignatureException) {
        }
    }
    $seen['ambiguous'] += (int) ($all > 1);
    $seen[$verified === [] ? 'none' : 'one']++;
    if (count($verified) > 1) {
        echo "PAYMENT_GATEWAY_SEED=$seed: ", implode(';', $tokens), ': ', json_encode($verified), "\n";
    }
}
foreach ($seen as $what => $count) {
    echo "$what: ", $count > $texts / 20 ? 'many' : $count, "\n";
}

?>
--EXPECT--
ambiguous: many
one: many
none: many
