<?php
/*
 * An HTTP/1.1 server with bad manners, started by fault_proxy.inc; the one argument is its configuration file.
 * Prints its port. Every request is read whole and noted in the log before anything is done about it, so that the
 * log counts deliveries. Each connection is served by a child of its own.
 */
declare(strict_types=1);

ini_set('default_socket_timeout', '3600');
ini_set('display_errors', 'stderr');
set_error_handler(static function (int $level, string $message, string $file, int $line): bool {
    if (error_reporting() & $level) {
        throw new ErrorException($message, 0, $level, $file, $line);
    }
    return true;
});

/** The peer went away; nothing is left to do on this connection. */
final class Gone extends Exception
{
}

/** One connection. Reads into its own buffer, because an imported socket switches off that of the stream. */
final class Connection
{
    private string $buffer = '';
    private Socket $socket;
    public readonly string $peer;

    /** @param resource $stream */
    public function __construct(public readonly int $number, private $stream)
    {
        stream_set_blocking($stream, true);
        $this->peer = preg_replace('~:\d+$~', '', (string) stream_socket_get_name($stream, true));
        // Before TLS starts: afterwards PHP no longer hands out the descriptor.
        $this->socket = socket_import_stream($stream) ?: throw new RuntimeException('no socket');
        socket_set_option($this->socket, SOL_TCP, TCP_NODELAY, 1);
    }

    public function startTls(array $tls): void
    {
        stream_context_set_option($this->stream, ['ssl' => [
            'local_cert' => $tls['certFile'],
            'local_pk' => $tls['keyFile'],
            'verify_peer' => $tls['clientCaFile'] !== null,
            'verify_peer_name' => false,
        ] + ($tls['clientCaFile'] === null ? [] : ['cafile' => $tls['clientCaFile'], 'capture_peer_cert' => true]) + ($tls['old'] ? ['ciphers' => 'ALL@SECLEVEL=0'] : [])]);
        $method = $tls['old']
            ? STREAM_CRYPTO_METHOD_TLSv1_0_SERVER | STREAM_CRYPTO_METHOD_TLSv1_1_SERVER
            : STREAM_CRYPTO_METHOD_TLSv1_2_SERVER | STREAM_CRYPTO_METHOD_TLSv1_3_SERVER;
        if (@stream_socket_enable_crypto($this->stream, true, $method) !== true) {
            throw new Gone('no TLS');
        }
    }

    public function until(string $end): string
    {
        while (($at = strpos($this->buffer, $end)) === false) {
            $this->fill();
        }
        return $this->take($at + strlen($end));
    }

    public function bytes(int $count): string
    {
        while (strlen($this->buffer) < $count) {
            $this->fill();
        }
        return $this->take($count);
    }

    private function take(int $count): string
    {
        $taken = substr($this->buffer, 0, $count);
        $this->buffer = substr($this->buffer, $count);
        return $taken;
    }

    private function fill(): void
    {
        $more = @fread($this->stream, 65536);
        if ($more === '' || $more === false) {
            throw new Gone('closed by the peer');
        }
        $this->buffer .= $more;
    }

    public function write(string $bytes): void
    {
        while ($bytes !== '') {
            $written = @fwrite($this->stream, $bytes);
            if (!$written) {
                throw new Gone('closed by the peer');
            }
            $bytes = substr($bytes, $written);
        }
    }

    /** An orderly end: with TLS a close_notify goes before the FIN. */
    public function fin(): never
    {
        fclose($this->stream);
        exit(0);
    }

    /** The end of a crashed process: a bare FIN, no close_notify. */
    public function drop(): never
    {
        posix_kill(getmypid(), SIGKILL);
        exit(0);
    }

    /** The kernel, not PHP, closes the socket, so that nothing goes out before the RST, TLS or not. */
    public function rst(): never
    {
        socket_set_option($this->socket, SOL_SOCKET, SO_LINGER, ['l_onoff' => 1, 'l_linger' => 0]);
        $this->drop();
    }

    public function end(string $how): never
    {
        match ($how) {
            'fin' => $this->fin(),
            'drop' => $this->drop(),
            'rst' => $this->rst(),
        };
    }
}

/** @return array{method: string, path: string, headers: array<string, string>, body: string, head: string} */
function read_request(Connection $connection): array
{
    $head = $connection->until("\r\n\r\n");
    [$method, $path] = explode(' ', $head, 3);
    $headers = parse_headers($head);
    if (strcasecmp($headers['expect'] ?? '', '100-continue') === 0) {
        $connection->write("HTTP/1.1 100 Continue\r\n\r\n");
    }
    $body = '';
    if (isset($headers['transfer-encoding'])) {
        while (($length = (int) hexdec(trim(explode(';', $connection->until("\r\n"))[0]))) > 0) {
            $body .= $connection->bytes($length);
            $connection->bytes(2);
        }
        $connection->until("\r\n");
    } else {
        $body = $connection->bytes((int) ($headers['content-length'] ?? 0));
    }

    return compact('method', 'path', 'headers', 'body', 'head');
}

/** @return array<string, string> */
function parse_headers(string $head): array
{
    $headers = [];
    foreach (array_slice(explode("\r\n", rtrim($head)), 1) as $line) {
        [$name, $value] = explode(':', $line, 2) + [1 => ''];
        $headers[strtolower($name)] = trim($value);
    }
    return $headers;
}

/** What the gateway behind the proxy answers. @return array{status: int, headers: array<string, string>, body: string} */
function ask_upstream(string $upstream, array $request): array
{
    $stream = stream_socket_client("tcp://$upstream", $code, $message, 10);
    $head = preg_replace('~^(connection|content-length|transfer-encoding|expect|host):.*\r\n~mi', '', $request['head']);
    $head = substr($head, 0, -2) . "Host: $upstream\r\nConnection: close\r\nContent-Length: "
        . strlen($request['body']) . "\r\n\r\n";
    fwrite($stream, $head . $request['body']);
    $answer = stream_get_contents($stream);
    fclose($stream);
    [$head, $body] = explode("\r\n\r\n", $answer, 2) + [1 => ''];
    $headers = parse_headers($head);
    if (strcasecmp($headers['transfer-encoding'] ?? '', 'chunked') === 0) {
        $chunked = $body;
        $body = '';
        while (($length = (int) hexdec(strstr($chunked, "\r\n", true))) > 0) {
            $start = strpos($chunked, "\r\n") + 2;
            $body .= substr($chunked, $start, $length);
            $chunked = substr($chunked, $start + $length + 2);
        }
    }
    unset($headers['connection'], $headers['keep-alive'], $headers['transfer-encoding'], $headers['content-length']);

    return ['status' => (int) explode(' ', $head)[1], 'headers' => $headers, 'body' => $body];
}

/** Notes the request in the log and picks the rule for it; children take turns by a lock on the state. */
function note_and_choose(array $config, int $connection, int $nthOnConnection, array $request): array
{
    $state = fopen($config['stateFile'], 'c+');
    flock($state, LOCK_EX);
    $counts = json_decode(stream_get_contents($state) ?: '[]', true);
    $chosen = null;
    foreach ($config['plan'] as $index => $rule) {
        if (isset($rule['at'])
            || !str_contains($request['path'], $rule['path'] ?? '')
            || !str_contains($request['body'], $rule['body'] ?? '')) {
            continue;
        }
        $nth = $counts[$index] = ($counts[$index] ?? 0) + 1;
        if ($chosen === null
            && (!isset($rule['nth']) || in_array($nth, (array) $rule['nth'], true))
            && (!isset($rule['connection']) || in_array($connection, (array) $rule['connection'], true))
            && (!isset($rule['onConnection']) || in_array($nthOnConnection, (array) $rule['onConnection'], true))) {
            $chosen = $index;
        }
    }
    note($config, [
        'event' => 'request',
        'connection' => $connection,
        'request' => $nthOnConnection,
        'rule' => $chosen,
        'time' => microtime(true),
        'method' => $request['method'],
        'path' => $request['path'],
        'headers' => $request['headers'],
        'body' => $request['body'],
    ]);
    rewind($state);
    ftruncate($state, 0);
    fwrite($state, json_encode((object) $counts, JSON_THROW_ON_ERROR));
    fclose($state);

    return $chosen === null ? ['do' => 'pass'] : $config['plan'][$chosen];
}

function note(array $config, array $entry): void
{
    $line = json_encode($entry, JSON_THROW_ON_ERROR | JSON_INVALID_UTF8_SUBSTITUTE | JSON_UNESCAPED_SLASHES);
    file_put_contents($config['logFile'], "$line\n", FILE_APPEND | LOCK_EX);
}

function pause(float $seconds): void
{
    usleep((int) ($seconds * 1e6));
}

/** %name% is what the request says for that name, and %*% all that it says. */
function fill(string $text, array $request): string
{
    parse_str($request['body'], $said);
    $said = json_decode($request['body'], true) ?? $said;
    $all = [];
    array_walk_recursive($said, static function (mixed $value) use (&$all): void {
        $all[] = (string) $value;
    });

    // As a JSON text has it.
    return preg_replace_callback('~%(\w+|\*)%~', static fn (array $m): string => substr(json_encode(
        $m[1] === '*' ? implode(' ', $all) : (string) ($said[$m[1]] ?? ''),
        JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE,
    ), 1, -1), $text);
}

function act(Connection $connection, array $rule, array $config, array $request): void
{
    $needsAnswer = in_array($rule['do'], ['pass', 'truncate', 'wrongLength', 'trickle'], true);
    $answer = $rule['reply'] ?? null;
    if ($rule['upstream'] ?? ($needsAnswer && $answer === null)) {
        $fromUpstream = $config['upstream'] === null
            ? ['status' => 502, 'headers' => [], 'body' => 'no upstream']
            : ask_upstream($config['upstream'], $request);
        $answer ??= $fromUpstream;
    }
    pause((float) ($rule['delay'] ?? 0));
    $answer ??= [];
    $body = isset($answer['body64']) ? base64_decode($answer['body64'], true) : ($answer['body'] ?? '{}');
    $unfilled = strlen($body);
    $length = strlen($body) + ($rule['do'] === 'wrongLength' ? ($rule['by'] ?? 10) : 0);
    $fill = ($rule['fill'] ?? false) ? static fn (string $text): string => fill($text, $request) : strval(...);
    $body = $fill($body);
    $length += strlen($body) - $unfilled;
    $headers = array_change_key_case($answer['headers'] ?? [])
        + ['content-type' => 'application/json;charset=UTF-8', 'content-length' => $length];
    $wire = sprintf("HTTP/1.1 %d Reply\r\n", $answer['status'] ?? 200);
    foreach ($headers as $name => $value) {
        foreach ((array) $value as $one) {
            $wire .= "$name: " . $fill((string) $one) . "\r\n";
        }
    }
    $wire = isset($answer['raw64']) ? $fill(base64_decode($answer['raw64'], true)) : "$wire\r\n$body";
    // Before the first byte goes out, so that the client's next request is never noted before it.
    note($config, ['event' => 'answer', 'time' => microtime(true)]);

    switch ($rule['do']) {
        case 'pass':
            $connection->write($wire);
            break;
        case 'fin':
        case 'drop':
        case 'rst':
            $connection->end($rule['do']);
        case 'hang':
            pause((float) ($rule['seconds'] ?? 3600));
            $connection->fin();
        case 'truncate':
            // Half of the body, unless told how many bytes of the whole answer.
            $connection->write(substr($wire, 0, $rule['bytes'] ?? strlen($wire) - intdiv(strlen($body) + 1, 2)));
            pause(($rule['then'] ?? '') === 'hang' ? 3600 : 0.05);
            $connection->end($rule['end'] ?? 'fin');
        case 'wrongLength':
            $connection->write($wire);
            $connection->end($rule['end'] ?? 'fin');
        case 'trickle':
            foreach (str_split($wire, $rule['bytes'] ?? 1) as $piece) {
                $connection->write($piece);
                pause((float) ($rule['seconds'] ?? 0.1));
            }
            break;
        case 'huge':
            $left = $rule['bytes'] ?? 1 << 30;
            $connection->write("HTTP/1.1 200 Reply\r\ncontent-type: application/json\r\n\r\n{\"errorMessage\":\"");
            for ($block = str_repeat('x', 65536); $left > 0; $left -= 65536) {
                $connection->write($block);
            }
            $connection->write('"}');
            $connection->fin();
        default:
            throw new InvalidArgumentException("no such action: {$rule['do']}");
    }
    if (isset($rule['end'])) {
        // The peer should find the whole answer before the end of the connection.
        pause((float) ($rule['endAfter'] ?? 0.05));
        $connection->end($rule['end']);
    }
}

/** Rules with 'at' act on the connection itself: 'accept' before TLS, 'handshake' after it, both before reading. */
function act_at(string $moment, Connection $connection, array $config): void
{
    foreach ($config['plan'] as $rule) {
        if (($rule['at'] ?? '') === $moment
            && (!isset($rule['connection']) || in_array($connection->number, (array) $rule['connection'], true))) {
            pause((float) ($rule['delay'] ?? 0));
            match ($rule['do']) {
                'fin', 'drop', 'rst' => $connection->end($rule['do']),
                'hang' => pause((float) ($rule['seconds'] ?? 3600)),
                'pass' => null,
            };
        }
    }
}

function serve(Connection $connection, array $config): void
{
    note($config, ['event' => 'connection', 'connection' => $connection->number, 'peer' => $connection->peer, 'time' => microtime(true)]);
    act_at('accept', $connection, $config);
    if ($config['tls'] !== null) {
        $connection->startTls($config['tls']);
    }
    act_at('handshake', $connection, $config);
    for ($nth = 1;; $nth++) {
        $request = read_request($connection);
        act($connection, note_and_choose($config, $connection->number, $nth, $request), $config, $request);
    }
}

$config = json_decode(file_get_contents($argv[1]), true, 512, JSON_THROW_ON_ERROR);
$server = stream_socket_server('tcp://127.0.0.1:0', $code, $message, context: stream_context_create([
    'socket' => ['backlog' => 128],
]));
// The children need no burial.
pcntl_signal(SIGCHLD, SIG_IGN);
echo explode(':', stream_socket_get_name($server, false))[1], "\n";

for ($number = 1;; $number++) {
    $stream = @stream_socket_accept($server, -1);
    if ($stream === false) {
        $number--;
        continue;
    }
    $child = pcntl_fork();
    if ($child === 0) {
        fclose($server);
        try {
            serve(new Connection($number, $stream), $config);
        } catch (Gone) {
            note($config, ['event' => 'gone', 'connection' => $number, 'time' => microtime(true)]);
        }
        exit(0);
    }
    fclose($stream);
}
