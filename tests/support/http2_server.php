<?php
/*
 * A gateway over TLS that offers HTTP/2 and speaks HTTP/1.1 too. Its arguments are the files of its certificate and
 * key, its log, and how many requests it takes on one connection of HTTP/2: as many other servers do, it then says
 * GOAWAY, answers these and passes over the rest. Prints its port. The log has a line for each request that it took:
 * the connection's number, the protocol, the body.
 *
 * A body with "together" is answered once four of them wait on one connection, one with "refused" by a RST_STREAM
 * that says REFUSED_STREAM.
 */
declare(strict_types=1);

ini_set('display_errors', 'stderr');
[, $certificate, $key, $log, $most] = $argv;

const DATA = 0, HEADERS = 1, RST_STREAM = 3, SETTINGS = 4, PING = 6, GOAWAY = 7;
const END_STREAM = 1, ACK = 1, END_HEADERS = 4, REFUSED_STREAM = 7;
const STATUS_200 = "\x88"; // the eighth of HPACK's static table
const ANSWER = '{"errorCode":"0","orderStatus":2}';

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

function answer(int $stream): string
{
    return frame(HEADERS, END_HEADERS, $stream, STATUS_200) . frame(DATA, END_STREAM, $stream, ANSWER);
}

/** @param resource $stream */
function speak_http2($stream, callable $note, int $most): void
{
    take($stream, strlen("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"));
    fwrite($stream, frame(SETTINGS, 0, 0, ''));
    $bodies = $together = [];
    for ($requests = 0;;) {
        $head = unpack('Clong/nlength/Ctype/Cflags/Nstream', take($stream, 9));
        $payload = take($stream, $head['long'] << 16 | $head['length']);
        $id = $head['stream'];
        if (in_array($head['type'], [SETTINGS, PING], true) && !($head['flags'] & ACK)) {
            fwrite($stream, frame($head['type'], ACK, 0, $head['type'] === PING ? $payload : ''));
        }
        if ($head['type'] !== DATA || $requests >= $most) {
            continue;
        }
        $bodies[$id] = ($bodies[$id] ?? '') . $payload;
        if (!($head['flags'] & END_STREAM)) {
            continue;
        }
        $requests++;
        $note('HTTP/2', $bodies[$id]);
        if ($requests === $most) {
            usleep(50_000); // in which more of them set out
            fwrite($stream, frame(GOAWAY, 0, 0, pack('NN', $id, 0)));
        }
        if (str_contains($bodies[$id], 'refused')) {
            fwrite($stream, frame(RST_STREAM, 0, $id, pack('N', REFUSED_STREAM)));
        } elseif (str_contains($bodies[$id], 'together')) {
            $together[] = $id;
            fwrite($stream, count($together) % 4 === 0 ? implode('', array_map(answer(...), array_splice($together, 0))) : '');
        } else {
            fwrite($stream, answer($id));
        }
    }
}

/** @param resource $stream */
function speak_http1($stream, callable $note): void
{
    for (;;) {
        for ($head = ''; !str_ends_with($head, "\r\n\r\n");) {
            $head .= take($stream, 1);
        }
        preg_match('/content-length: (\d+)/i', $head, $match);
        $note('HTTP/1.1', take($stream, (int) $match[1]));
        fwrite($stream, sprintf("HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s", strlen(ANSWER), ANSWER));
    }
}

pcntl_signal(SIGCHLD, SIG_IGN);
$listener = stream_socket_server('tcp://127.0.0.1:0', $code, $message, STREAM_SERVER_BIND | STREAM_SERVER_LISTEN, stream_context_create([
    'ssl' => ['local_cert' => $certificate, 'local_pk' => $key, 'alpn_protocols' => 'h2,http/1.1'],
]));
echo preg_replace('/.*:/', '', (string) stream_socket_get_name($listener, false)), "\n";
for ($number = 1;; $number++) {
    $stream = stream_socket_accept($listener, 3600);
    if ($stream === false || pcntl_fork() > 0) {
        continue;
    }
    if (stream_socket_enable_crypto($stream, true, STREAM_CRYPTO_METHOD_TLSv1_2_SERVER | STREAM_CRYPTO_METHOD_TLSv1_3_SERVER) !== true) {
        exit(0);
    }
    $note = static fn (string $protocol, string $body) => file_put_contents($log, "$number $protocol $body\n", FILE_APPEND);
    (stream_get_meta_data($stream)['crypto']['alpn_protocol'] ?? '') === 'h2' ? speak_http2($stream, $note, (int) $most) : speak_http1($stream, $note);
}
