<?php
/*
 * A gateway that answers without end. Its arguments are the files of its certificate and key (none: no TLS), and the
 * seconds after which it gives up, longer than any call may take. Prints its port. It speaks HTTP/2 where the client
 * does and HTTP/1.1 otherwise. What it floods with is the orderId of the request; a name that it does not know, or
 * that has no meaning in the protocol, is answered well ("good") or with silence.
 */
declare(strict_types=1);

ini_set('display_errors', 'stderr');
[, $certificate, $key, $seconds] = $argv;

const DATA = 0, HEADERS = 1, SETTINGS = 4, PING = 6, WINDOW_UPDATE = 8, CONTINUATION = 9;
const END_STREAM = 1, ACK = 1, END_HEADERS = 4;
const STATUS_200 = "\x88"; // the eighth of HPACK's static table
const ANSWER = '{"errorCode":"0","orderStatus":2}';
const HEADER = "\x00\x01a\x40"; // a literal header "a" of 64 bytes, not to be indexed

/** @param resource $stream */
function take($stream, int $length): string
{
    for ($taken = ''; strlen($taken) < $length; $taken .= $some) {
        $some = fread($stream, $length - strlen($taken));
        if ($some === '' || $some === false) {
            exit(0);
        }
    }

    return $taken;
}

function frame(int $type, int $flags, int $stream, string $payload): string
{
    return substr(pack('N', strlen($payload)), 1) . pack('CCN', $type, $flags, $stream) . $payload;
}

/** Once $first, then $again until the client has enough. @param resource $stream */
function flood($stream, string $first, string $again): never
{
    global $seconds;
    $end = microtime(true) + (float) $seconds;
    $block = str_repeat($again, max(1, intdiv(16384, max(1, strlen($again)))));
    for ($rest = $first; microtime(true) < $end; $rest = $block) {
        while ($rest !== '') {
            $written = @fwrite($stream, $rest);
            if (!$written) {
                exit(0);
            }
            $rest = substr($rest, $written);
        }
        if ($again === '') {
            usleep(50_000);
        }
    }
    exit(0);
}

/** @return ?array{string, string} what begins the answer, and what is repeated without end */
function flood_of_http1(string $kind): ?array
{
    $head = "HTTP/1.1 200 OK\r\n";
    $chunked = "{$head}Transfer-Encoding: chunked\r\n\r\n";
    $filler = str_repeat('x', 1000);

    return match ($kind) {
        'good' => null,
        'headers' => [$head, "a: $filler\r\n"],
        'short headers' => [$head, "a:\r\n"],
        'one header' => ["{$head}a: ", $filler],
        'folded header' => ["{$head}a: b\r\n", " $filler\r\n"],
        'status line' => ['HTTP/1.1 200 ', $filler],
        'interim' => ['', "HTTP/1.1 103 Early Hints\r\na: b\r\n\r\n"],
        'continue' => ['', "HTTP/1.1 100 Continue\r\n\r\n"],
        'trailers' => ["{$chunked}2\r\n{}\r\n0\r\n", "a: $filler\r\n"],
        'one trailer' => ["{$chunked}2\r\n{}\r\n0\r\na: ", $filler],
        'chunk extension' => ["{$chunked}2;", $filler],
        'chunk size' => [$chunked, '0000000000'],
        'tiny chunks' => [$chunked, "1\r\n \r\n"],
        'extended chunks' => [$chunked, "1;$filler\r\n \r\n"],
        'body' => ["$head\r\n{\"a\":\"", $filler],
        'spaces' => ["$head\r\n", str_repeat(' ', 1000)],
        default => ['', ''],
    };
}

/** The same in frames. @return ?array{string, string} */
function flood_of_http2(string $kind, int $stream): ?array
{
    $head = frame(HEADERS, END_HEADERS, $stream, STATUS_200);
    $filler = str_repeat('x', 64);
    $many = str_repeat(HEADER . $filler, 100);

    return match ($kind) {
        'good' => null,
        'empty data' => [$head, frame(DATA, 0, $stream, '')],
        'empty data before the head' => ['', frame(DATA, 0, 0x7FFFFFF1, '')],
        'padded data' => [$head, frame(DATA, 8, $stream, "\x04\0\0\0\0")],
        'ping' => ['', frame(PING, 0, 0, '12345678')],
        'ping answers' => ['', frame(PING, ACK, 0, '12345678')],
        'settings' => ['', frame(SETTINGS, 0, 0, '')],
        'window update' => ['', frame(WINDOW_UPDATE, 0, 0, "\0\0\0\1") . frame(WINDOW_UPDATE, 0, $stream, "\0\0\0\1")],
        'unknown frames' => ['', frame(0xEE, 0, 0, '')],
        'continuation' => [frame(HEADERS, 0, $stream, STATUS_200), frame(CONTINUATION, 0, $stream, '')],
        'headers' => [frame(HEADERS, 0, $stream, STATUS_200), frame(CONTINUATION, 0, $stream, $many)],
        'interim' => ['', frame(HEADERS, END_HEADERS, $stream, "\x08\x03103" . HEADER . $filler)],
        'trailers' => [$head . frame(DATA, 0, $stream, '{}') . frame(HEADERS, END_STREAM, $stream, ''), frame(CONTINUATION, 0, $stream, $many)],
        'body' => [$head, frame(DATA, 0, $stream, str_repeat('x', 1000))],
        default => ['', ''],
    };
}

/** @param resource $stream */
function speak_http2($stream): void
{
    take($stream, strlen("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"));
    fwrite($stream, frame(SETTINGS, 0, 0, ''));
    for ($bodies = [];;) {
        $head = unpack('Clong/nlength/Ctype/Cflags/Nstream', take($stream, 9));
        $payload = take($stream, $head['long'] << 16 | $head['length']);
        $id = $head['stream'];
        if ($head['type'] === SETTINGS && !($head['flags'] & ACK)) {
            fwrite($stream, frame(SETTINGS, ACK, 0, ''));
        }
        if ($head['type'] !== DATA) {
            continue;
        }
        $bodies[$id] = ($bodies[$id] ?? '') . $payload;
        if ($head['flags'] & END_STREAM) {
            $flood = flood_of_http2(kind_of($bodies[$id]), $id);
            $flood === null
                ? fwrite($stream, frame(HEADERS, END_HEADERS, $id, STATUS_200) . frame(DATA, END_STREAM, $id, ANSWER))
                : flood($stream, ...$flood);
        }
    }
}

/** @param resource $stream */
function speak_http1($stream): void
{
    for (;;) {
        for ($head = ''; !str_ends_with($head, "\r\n\r\n");) {
            $head .= take($stream, 1);
        }
        preg_match('/content-length: (\d+)/i', $head, $match);
        $flood = flood_of_http1(kind_of(take($stream, (int) $match[1])));
        $flood === null
            ? fwrite($stream, sprintf("HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s", strlen(ANSWER), ANSWER))
            : flood($stream, ...$flood);
    }
}

function kind_of(string $body): string
{
    parse_str($body, $said);

    return (string) ($said['orderId'] ?? '');
}

pcntl_signal(SIGCHLD, SIG_IGN);
$listener = stream_socket_server('tcp://127.0.0.1:0', $code, $message, STREAM_SERVER_BIND | STREAM_SERVER_LISTEN, stream_context_create([
    'socket' => ['backlog' => 128],
    'ssl' => ['local_cert' => $certificate, 'local_pk' => $key, 'alpn_protocols' => 'h2,http/1.1'],
]));
echo preg_replace('/.*:/', '', (string) stream_socket_get_name($listener, false)), "\n";
for (;;) {
    $stream = stream_socket_accept($listener, 3600);
    if ($stream === false || pcntl_fork() > 0) {
        continue;
    }
    if ($certificate !== '' && stream_socket_enable_crypto($stream, true, STREAM_CRYPTO_METHOD_TLSv1_2_SERVER | STREAM_CRYPTO_METHOD_TLSv1_3_SERVER) !== true) {
        exit(0);
    }
    (stream_get_meta_data($stream)['crypto']['alpn_protocol'] ?? '') === 'h2' ? speak_http2($stream) : speak_http1($stream);
}
