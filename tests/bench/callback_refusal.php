<?php

// How long the refusal of a callback takes, by the position of the first wrong byte of its checksum; see README.md.

declare(strict_types=1);

const SECRET = 'a secret of the benchmark';
const BYTES = 32;

/** Stops at the first difference, as a careless shop would. */
function equal_byte_by_byte(string $one, string $other): bool
{
    for ($i = 0; $i < strlen($one); $i++) {
        if ($one[$i] !== $other[$i]) {
            return false;
        }
    }

    return true;
}

/** The refused checksums: for each position the first differing byte, and everything after it random. @return list<string> */
function wrong_checksums(string $right): array
{
    return array_map(static function (int $position) use ($right): string {
        $bytes = substr($right, 0, $position) . random_bytes(BYTES - $position);
        $bytes[$position] = chr(ord($right[$position]) ^ random_int(1, 255));

        return $bytes;
    }, range(0, BYTES - 1));
}

/** Nanoseconds of one refusal by the extension. */
function refusal(array $callback): int
{
    $start = hrtime(true);
    try {
        PaymentGateway::verifyCallbackHmac($callback, SECRET);
    } catch (PaymentGateway\SignatureException) {
        return hrtime(true) - $start;
    }
    throw new LogicException('a wrong checksum was accepted');
}

function comparison(string $right, string $wrong): int
{
    $start = hrtime(true);
    equal_byte_by_byte($right, $wrong);

    return hrtime(true) - $start;
}

/** @return array{int, int} the median, and what a tenth of them is below */
function median_and_low(array $times): array
{
    sort($times);

    return [$times[intdiv(count($times), 2)], $times[intdiv(count($times), 10)]];
}

$calls = (int) ($argv[1] ?? 20_000);
$callback = ['mdOrder' => '06cf5599-3f17-7c86-bdbc-bd7d00a8b38b', 'operation' => 'deposited', 'orderNumber' => '2003', 'status' => '1'];
$text = '';
foreach ($callback as $name => $value) {
    $text .= "$name;$value;";
}
$right = hash_hmac('sha256', $text, SECRET, true);
PaymentGateway::verifyCallbackHmac(['checksum' => bin2hex($right)] + $callback, SECRET);

$times = $control = array_fill(0, BYTES, []);
for ($i = 0; $i < $calls; $i++) {
    $wrong = wrong_checksums($right);
    $positions = range(0, BYTES - 1);
    shuffle($positions);
    foreach ($positions as $position) {
        $times[$position][] = refusal(['checksum' => strtoupper(bin2hex($wrong[$position]))] + $callback);
        $control[$position][] = comparison($right, $wrong[$position]);
    }
}

printf("%d calls for each position; nanoseconds\n\n%8s %8s %8s   %8s\n", $calls, 'byte', 'median', 'tenth', 'control');
$medians = $controls = [];
foreach ($times as $position => $of_position) {
    [$medians[], $low] = median_and_low($of_position);
    [$controls[]] = median_and_low($control[$position]);
    printf("%8d %8d %8d   %8d\n", $position, end($medians), $low, end($controls));
}
printf("%8s %8d %8s   %8d\n", 'spread', max($medians) - min($medians), '', max($controls) - min($controls));
