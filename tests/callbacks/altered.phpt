--TEST--
However a callback is altered, it does not verify, and nothing but SignatureException and ArgumentException is thrown
--EXTENSIONS--
payment_gateway
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/callbacks.inc';

use PaymentGateway\{ArgumentException, SignatureException};

// PAYMENT_GATEWAY_CALLS=1000000 for the million; under valgrind everything takes longer.
$count = (int) (getenv('PAYMENT_GATEWAY_CALLS') ?: (getenv('USE_ZEND_ALLOC') === '0' ? 2_000 : 20_000));
$seed = (int) (getenv('PAYMENT_GATEWAY_SEED') ?: random_int(1, 1 << 30));
mt_srand($seed);

const SECRET = 'ooc7slpvc61k7sf7ma7p4hrefr';
const NAMES = [
    'amount', 'approvedAmount', 'bindingId', 'callbackCreationDate', 'cardholderName', 'clientId', 'currency', 'depositFlag', 'depositedAmount',
    'maskedPan', 'mdOrder', 'mdorder', 'operation', 'orderDescription', 'orderNumber', 'refNum', 'refnum', 'status', 'terminalId',
    'bx_paysystem_code', 'zeta', 'alpha', 'wc-api', 'Name', 'a.b',
];
const TEXTS = [
    'deposited', '06cf5599-3f17-7c86-bdbc-bd7d00a8b38b', 'Mon Jan 31 21:46:52 UTC 2022', 'Чай, 2 шт. + лимон', 'Tea; coffee', 'a;b', 'Tea;sugar;', ';', '',
    ' two blanks ', "two\nlines", '100%', '%41%zz', '1+1', 'IVAN IVANOV', 'x;y;z', 'zz;zeta', 'status', 'amount', '0', '1', '5000', '411111**1111', '&amp;', "\xC3\x28", '№ 5',
];

function some(array $list): mixed
{
    return $list[mt_rand(0, count($list) - 1)];
}

/** Outside of the loop below: with the JIT of PHP 8.4, shuffle() would refuse the array in one of its later rounds. */
function shuffled_pairs(): array
{
    $pairs = [['mdOrder', sprintf('%08x-0000-4000-8000-%012x', mt_rand(), mt_rand())], ['status', (string) mt_rand(0, 1)]];
    $names = array_values(array_diff(NAMES, ['mdOrder', 'status']));
    shuffle($names);
    foreach (array_slice($names, 0, mt_rand(1, 8)) as $name) {
        $pairs[] = [$name, mt_rand(0, 3) ? some(TEXTS) : (string) mt_rand(0, 1_000_000)];
    }
    shuffle($pairs);

    return $pairs;
}

/** A callback as the gateway could send it. */
function original(): array
{
    do {
        $signed = signed_pairs(shuffled_pairs(), SECRET);
        try {
            PaymentGateway::verifyCallbackHmac(parameters_of($signed), SECRET);

            return $signed;
        } catch (SignatureException $e) {
            // Readable in two ways, or a line break in an id: the gateway's own, and refused.
            if (!preg_match('/two ways|control character/', $e->getMessage())) {
                throw $e;
            }
        }
    } while (true);
}

function bit(string $text): string
{
    if ($text !== '') {
        $at = mt_rand(0, strlen($text) - 1);
        $text[$at] = chr(ord($text[$at]) ^ 1 << mt_rand(0, 7));
    }

    return $text;
}

/** Where the parameter with this name stands. */
function at(array $pairs, string $name): int
{
    return array_search($name, array_column($pairs, 0), true);
}

/** A parameter that is signed. */
function any(array $pairs): int
{
    do {
        $i = mt_rand(0, count($pairs) - 1);
    } while ($pairs[$i][0] === 'checksum');

    return $i;
}

$alterations = [
    'a bit of a value' => static function (array $pairs): array {
        $i = any($pairs);
        $pairs[$i][1] = bit($pairs[$i][1]);

        return $pairs;
    },
    'a bit of a name' => static function (array $pairs): array {
        $i = any($pairs);
        $pairs[$i][0] = bit($pairs[$i][0]);

        return $pairs;
    },
    'the case of a name' => static function (array $pairs): array {
        $i = any($pairs);
        $pairs[$i][0] = some([strtolower($pairs[$i][0]), strtoupper($pairs[$i][0]), ucfirst($pairs[$i][0]), lcfirst($pairs[$i][0])]);

        return $pairs;
    },
    'another name' => static function (array $pairs): array {
        $pairs[any($pairs)][0] = some(NAMES);

        return $pairs;
    },
    'a value moved to another name' => static function (array $pairs): array {
        [$i, $j] = [any($pairs), any($pairs)];
        [$pairs[$i][1], $pairs[$j][1]] = [$pairs[$j][1], $pairs[$i][1]];

        return $pairs;
    },
    'a parameter left out' => static function (array $pairs): array {
        array_splice($pairs, any($pairs), 1);

        return $pairs;
    },
    'a foreign parameter' => static function (array $pairs): array {
        $pairs[] = [some(['action', 'order_id', 'utm_source', 'fbclid', '_', '17']), some(TEXTS)];

        return $pairs;
    },
    'a parameter twice' => static function (array $pairs): array {
        $i = mt_rand(0, count($pairs) - 1);
        $pairs[] = [$pairs[$i][0], mt_rand(0, 1) ? $pairs[$i][1] : some(TEXTS)];

        return $pairs;
    },
    'two parameters joined' => static function (array $pairs): array {
        $checksum = array_splice($pairs, at($pairs, 'checksum'), 1);
        usort($pairs, static fn (array $one, array $other): int => strcmp($one[0], $other[0]));
        $i = mt_rand(0, count($pairs) - 2);
        $most = min(count($pairs) - 1 - $i, mt_rand(1, 3));
        for ($j = 0; $j < $most; $j++) {
            [[, $value]] = [$pairs[$i]];
            [$next] = array_splice($pairs, $i + 1, 1);
            $pairs[$i][1] = "$value;$next[0];$next[1]";
        }

        return [...$pairs, ...$checksum];
    },
    'a value split at semicolons' => static function (array $pairs): array {
        $split = array_keys(array_filter($pairs, static fn (array $pair): bool => substr_count($pair[1], ';') >= 2));
        if ($split === []) {
            return $pairs;
        }
        $i = some($split);
        $tokens = explode(';', $pairs[$i][1]);
        $at = mt_rand(1, count($tokens) - 2);
        $pairs[$i][1] = implode(';', array_slice($tokens, 0, $at));
        $pairs[] = [$tokens[$at], implode(';', array_slice($tokens, $at + 1))];

        return $pairs;
    },
    'read anew from its signed text' => static function (array $pairs): array {
        $checksum = array_splice($pairs, at($pairs, 'checksum'), 1);
        $tokens = explode(';', substr(signed_text($pairs), 0, -1));
        $read = [];
        while (count($tokens) > 1) {
            $length = mt_rand(0, 2) ? 1 : min(count($tokens) - 1, mt_rand(1, 4));
            $length += count($tokens) - $length === 2 ? 1 : 0;
            $read[] = [$tokens[0], implode(';', array_slice($tokens, 1, $length))];
            $tokens = array_slice($tokens, $length + 1);
        }

        return [...$read, ...$checksum];
    },
    'sorted without regard to case' => static function (array $pairs): array {
        $checksum = at($pairs, 'checksum');
        $signed = array_values(array_filter($pairs, static fn (array $pair): bool => $pair[0] !== 'checksum'));
        usort($signed, static fn (array $one, array $other): int => strcasecmp($one[0], $other[0]));
        $text = implode('', array_map(static fn (array $pair): string => "$pair[0];$pair[1];", $signed));
        if ($text !== signed_text($signed)) {
            $pairs[$checksum][1] = hash_hmac('sha256', $text, SECRET);
        }

        return $pairs;
    },
    'a blank trimmed' => static function (array $pairs): array {
        $i = any($pairs);
        $pairs[$i][1] = some([trim($pairs[$i][1]), ltrim($pairs[$i][1]), rtrim($pairs[$i][1]), "{$pairs[$i][1]} ", " {$pairs[$i][1]}", str_replace(' ', '', $pairs[$i][1])]);

        return $pairs;
    },
    'a line break in an id' => static function (array $pairs): array {
        $i = at($pairs, 'mdOrder');
        $pairs[$i][1] = some(["{$pairs[$i][1]}\n", "{$pairs[$i][1]}\r\nSet-Cookie: a=b", "\n{$pairs[$i][1]}", "{$pairs[$i][1]}\0"]);
        // Even if it were signed.
        return mt_rand(0, 1) ? $pairs : signed_pairs(array_values(array_filter($pairs, static fn (array $pair): bool => $pair[0] !== 'checksum')), SECRET);
    },
    'another checksum' => static function (array $pairs): array {
        $checksum = &$pairs[at($pairs, 'checksum')][1];
        $checksum = some([
            '', '0', 'null', substr($checksum, 1), "{$checksum}00", "0x$checksum", " $checksum", "$checksum\n", strrev($checksum), str_repeat('0', 64),
            bit($checksum), substr_replace($checksum, 'G', mt_rand(0, 63), 1), substr_replace($checksum, 'А', mt_rand(0, 62), 2),
            substr_replace($checksum, "\0", mt_rand(0, 63), 1), substr_replace($checksum, "\xFF", mt_rand(0, 63), 1), hash('sha256', SECRET), random_bytes(64),
            substr_replace($checksum, dechex(mt_rand(0, 15)), mt_rand(0, 63), 1),
        ]);

        return $pairs;
    },
    'no checksum' => static function (array $pairs): array {
        array_splice($pairs, at($pairs, 'checksum'), 1);

        return $pairs;
    },
    'an array' => static function (array $pairs): array {
        $i = mt_rand(0, count($pairs) - 1);
        $pairs[$i][1] = some([[], [$pairs[$i][1]], ['a' => ['b' => $pairs[$i][1]]], null, 1, true, 1.5, new stdClass()]);

        return $pairs;
    },
];

/** The set that is verified: name => value; the case of the checksum's digits does not count. */
function meaning(array $pairs): array
{
    $parameters = parameters_of($pairs);
    ksort($parameters);
    if (is_string($parameters['checksum'] ?? null)) {
        $parameters['checksum'] = strtoupper($parameters['checksum']);
    }

    return $parameters;
}

$by_key = meaning(array_map(null, array_keys(CALLBACK_SIGNED_BY_KEY), CALLBACK_SIGNED_BY_KEY));
$refused = $wrong = [];
$tried = 0;
$tell = static function (string $how, string $what) use (&$wrong, $seed): void {
    $wrong[] = "PAYMENT_GATEWAY_SEED=$seed: $how: $what";
};
$attempt = static function (string $how, Closure $verify) use (&$refused, $tell): void {
    try {
        $tell($how, 'verified as ' . json_encode($verify(), JSON_PARTIAL_OUTPUT_ON_ERROR));
    } catch (SignatureException|ArgumentException $e) {
        $refused[$how] = ($refused[$how] ?? 0) + 1;
        if (str_contains($e->getMessage(), SECRET)) {
            $tell($how, $e->getMessage());
        }
    } catch (Throwable $e) {
        $tell($how, (string) $e);
    }
};

while ($tried < $count) {
    $original = original();
    $meaning = meaning($original);
    // What must not matter.
    $same = $original;
    shuffle($same);
    $same[at($same, 'checksum')][1] = strtolower($same[at($same, 'checksum')][1]);
    array_push($same, ['sign_alias', some(TEXTS)], ['utm_source', some(TEXTS)]);
    if (PaymentGateway::verifyCallbackHmac(raw_text($same), ['another', SECRET], ['utm_source']) !== PaymentGateway::verifyCallbackHmac(parameters_of($original), SECRET)) {
        $tell('the order of parameters, the case of digits, sign_alias, an own parameter', json_encode($original));
    }
    foreach ($alterations as $how => $alter) {
        $altered = $alter($original);
        $is_list = count(array_unique(array_column($altered, 0))) === count($altered);
        if ($is_list && meaning($altered) === $meaning) {
            continue;
        }
        $tried++;
        if ($is_list) {
            $attempt($how, static fn (): array => PaymentGateway::verifyCallbackHmac(parameters_of($altered), SECRET));
        }
        if ($how !== 'an array') {
            $attempt($how, static fn (): array => PaymentGateway::verifyCallbackHmac(raw_text($altered), ['another', SECRET]));
        }
    }
    $tried += 3;
    $attempt('a documented name as own', static fn (): array => PaymentGateway::verifyCallbackHmac(parameters_of($original), SECRET, [some(['amount', 'status', 'mdOrder', 'checksum', 'sign_alias'])]));
    $attempt('another secret', static fn (): array => PaymentGateway::verifyCallbackHmac(parameters_of($original), [bit(SECRET), SECRET . "\n", '0']));
    $signed = array_map(null, array_keys(CALLBACK_SIGNED_BY_KEY), CALLBACK_SIGNED_BY_KEY);
    $how = array_rand($alterations);
    $signed = $how === 'a line break in an id' || $how === 'sorted without regard to case' ? [...$signed, ['x', 'y']] : $alterations[$how]($signed);
    $is_list = count(array_unique(array_column($signed, 0))) === count($signed);
    if (!$is_list || meaning($signed) !== $by_key) {
        $attempt('signed by a key', static fn (): array => PaymentGateway::verifyCallbackRsa($is_list ? parameters_of($signed) : raw_text($signed), CALLBACK_KEY));
    }
}

$never = array_diff([...array_keys($alterations), 'a documented name as own', 'another secret', 'signed by a key'], array_keys($refused));
echo $never === [] ? 'every kind was tried' : 'never tried: ' . implode(', ', $never), "\n";
echo $wrong === [] ? 'none verified' : implode("\n", array_slice($wrong, 0, 10)), "\n";

?>
--EXPECT--
every kind was tried
none verified
