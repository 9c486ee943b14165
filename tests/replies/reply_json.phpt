--TEST--
Replies are read as json_decode() reads them: documents by hand, random ones, and random ones that were damaged
--EXTENSIONS--
payment_gateway
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/fault_proxy.inc';
require __DIR__ . '/../support/calls.inc';

const DEPTH = 16;

mt_srand(20261122);
ini_set('payment_gateway.max_reply_depth', (string) DEPTH);

function word(): string
{
    static $words = ['', 'a', 'orderStatus', 'orderStatuz', 'amount', '0', '17', '-5', '007', '9223372036854775808', 'Ёлка', '日本語', '😀', "\u{7FF}\u{800}\u{FFFF}", 'a"b', 'a\\b', "line\nbreak", 'slash/', '12345678', '1234567"', "\x7F", 'ещё немного русского текста'];

    return $words[mt_rand(0, count($words) - 1)];
}

function value(int $depth): mixed
{
    switch (mt_rand(0, $depth > 0 ? 10 : 8)) {
        case 0: return null;
        case 1: return true;
        case 2: return false;
        case 3: return mt_rand(-1000, 1000);
        case 4: return [PHP_INT_MAX, PHP_INT_MIN, 999999999999999999, -999999999999999999, 1000000000000000000, 0][mt_rand(0, 5)];
        case 5: return [0.5, -1.25, 1e30, 1.5e-7, 100.0, -0.0][mt_rand(0, 5)];
        case 6: return (string) mt_rand();
        case 7:
        case 8: return word();
        case 9: return array_map(static fn () => value($depth - 1), array_fill(0, mt_rand(0, 4), 0));
        default:
            $object = new stdClass();
            for ($i = mt_rand(0, 6); $i > 0; $i--) {
                $object->{word()} = value($depth - 1);
            }

            return $object;
    }
}

/** Written in one of several ways. */
function written(mixed $value): string
{
    $flags = [0, JSON_UNESCAPED_UNICODE, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES, JSON_PRETTY_PRINT | JSON_UNESCAPED_UNICODE | JSON_PRESERVE_ZERO_FRACTION];

    return json_encode($value, $flags[mt_rand(0, 3)] | JSON_THROW_ON_ERROR);
}

function damaged(string $json): string
{
    static $bytes = ['"', '\\', '{', '}', '[', ']', ',', ':', '-', '0', '.', 'e', ' ', "\t", "\0", "\x01", "\x80", "\xC3", "\xED\xA0\x80", "\xC0\xAF", "\xF5", '\\ud800', '01', '-', '1.', '1e', 'tru', 'null', "\x0B"];
    $at = mt_rand(0, strlen($json) - 1);

    return match (mt_rand(0, 2)) {
        0 => substr($json, 0, $at) . $bytes[mt_rand(0, count($bytes) - 1)] . substr($json, $at),
        1 => substr($json, 0, $at) . substr($json, $at + 1),
        default => substr($json, 0, $at) . $bytes[mt_rand(0, count($bytes) - 1)] . substr($json, $at + 1),
    };
}

$documents = [
    '0', '-0', '-0.0', '00', '-', '1.', '.5', '1e5', '1E+5', '1e-5', '1e', '1e+', '0.1', '1.0', '123456789012345678', '1234567890123456789', '-9223372036854775808',
    '-9223372036854775809', '1e999', 'true', 'True', 'truex', 'nul', '""', '"', '"a', "\"\t\"", "\"\x7F\"", '"\u0041"', '"\ud83d\ude00"', '"\ud83d"', "\"\xE2\x82\xAC\"",
    "\"\xE2\x82\"", "\"\xC0\x80\"", "\"\xED\xA0\x80\"", "\"\xF0\x9F\x98\x80\"", "\"\xF4\x90\x80\x80\"", "\"\xF0\x80\x80\x80\"", "\"12345678\xFF\"", '[]', '[ ]', '[,]', '[1,]', '[1 2]', '[1,2',
    '{}', '{ }', '{"a":1,"a":2}', '{"a":1,}', '{"a"}', '{"a":}', '{a:1}', '{"1":1,"01":2,"-1":3,"-0":4}', '{"":1}', '{"a":1}x', '{"a":1} ', "{\"a\"\n:\r\t1 }", "1\0", '{"a":1}}', "\xEF\xBB\xBF1",
    str_repeat('[', DEPTH - 1) . str_repeat(']', DEPTH - 1), str_repeat('[', DEPTH) . str_repeat(']', DEPTH), str_repeat('{"a":', DEPTH) . '1' . str_repeat('}', DEPTH),
];
for ($i = 0; $i < 1500; $i++) {
    $documents[] = $json = written(value(5));
    $documents[] = damaged($json);
}

// One reply holds many documents, so that there are few of them; what is wrong comes alone.
$replies = [];
$right = [];
foreach ($documents as $document) {
    json_decode("{\"x\":$document}", true, DEPTH, JSON_BIGINT_AS_STRING);
    if (json_last_error() === JSON_ERROR_NONE) {
        $right[] = $document;
    } else {
        $replies[] = "{\"x\":$document}";
    }
}
$wrong = count($replies);
foreach (array_chunk($right, 5) as $chunk) {
    $replies[] = '{"x":' . implode(',"x":', $chunk) . '}';
    foreach ($chunk as $document) {
        $replies[] = "{ \"x\" : $document }";
    }
}
$proxy = FaultProxy::start(array_map(
    static fn (int $i, string $body): array => ['path' => "r$i.do", 'do' => 'pass', 'reply' => ['body' => $body]],
    array_keys($replies),
    $replies,
));
$differing = 0;
$calls = array_map(static fn (int $i): array => ['call', ["rest/r$i.do"]], array_keys($replies));
foreach ($proxy->client()->batch($calls, 8) as $i => $reply) {
    $expected = json_decode($replies[$i], true, DEPTH, JSON_BIGINT_AS_STRING);
    $same = json_last_error() === JSON_ERROR_NONE
        ? serialize($reply instanceof Throwable ? $reply->getReply() : $reply) === serialize($expected)
        : $reply instanceof PaymentGateway\ReplyException && $reply->getReply() === null;
    if (!$same && ++$differing <= 10) {
        echo $replies[$i], "\n  ", is_array($reply) ? json_encode($reply) : $reply->getMessage(), "\n";
    }
}
printf("%s documents, %s wrong ones; %d differ\n", count($replies) > 3000 ? 'thousands of' : count($replies), $wrong > 500 ? 'hundreds of' : $wrong, $differing);

?>
--EXPECT--
thousands of documents, hundreds of wrong ones; 0 differ
