--TEST--
A secret that the gateway echoes, in whatever encoding and whatever place of its answer, is in no message, log event, trace or dump
--EXTENSIONS--
payment_gateway
--INI--
zend.exception_ignore_args=0
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/process.inc';

const SECRETS = [
    'password' => "p&ss\"w/rd <\u{e9}>+ %",
    'PAN' => '4444555511113333',
    'CVC' => '7391',
    'cryptogram' => 'AAABBEg0VhI0VniQEjRWAAAAAAA=',
    'seToken' => 'se-t0ken/of+the=payer, which is longer than any message would show of it',
    'token' => 't0ken&of the+shop',
    'extra PAN' => '5555 4444 3333 2222',
];

/** @return array<string, Closure(string): string> */
function encodings(): array
{
    $json = static fn (string $text, int $flags = 0): string => substr(json_encode($text, $flags), 1, -1);
    $each = static fn (string $text, string $format): string => implode('', array_map(static fn (string $byte): string => sprintf($format, ord($byte)), str_split($text)));
    $lower = static fn (string $text): string => preg_replace_callback('/%../', static fn (array $match): string => strtolower($match[0]), $text);

    return [
        'plain' => strval(...),
        'percent codes' => rawurlencode(...),
        'percent codes in small letters' => static fn (string $text): string => $lower(rawurlencode($text)),
        'a form' => urlencode(...),
        'a form in small letters' => static fn (string $text): string => $lower(urlencode($text)),
        'percent codes of every byte' => static fn (string $text): string => $each($text, '%%%02x'),
        'JSON' => $json,
        'JSON, slashes as they are' => static fn (string $text): string => $json($text, JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE),
        'JSON for HTML' => static fn (string $text): string => $json($text, JSON_HEX_TAG | JSON_HEX_AMP | JSON_HEX_APOS | JSON_HEX_QUOT),
        'HTML' => htmlspecialchars(...),
        'HTML, all entities' => static fn (string $text): string => htmlentities($text, ENT_QUOTES | ENT_HTML5),
        'HTML, numbers' => static fn (string $text): string => preg_replace_callback('/./us', static fn (array $match): string => '&#' . code_of($match[0]) . ';', $text),
        'a log' => static fn (string $text): string => $each($text, '\\x%02X'),
        'capitals' => strtoupper(...),
        'percent codes, twice' => static fn (string $text): string => rawurlencode(rawurlencode($text)),
        'JSON in JSON' => static fn (string $text): string => $json($json($text)),
        'a form in HTML' => static fn (string $text): string => htmlspecialchars(urlencode($text)),
        'HTML in a form' => static fn (string $text): string => urlencode(htmlspecialchars($text)),
        'HTML in JSON in percent codes' => static fn (string $text): string => rawurlencode($json(htmlspecialchars($text))),
        'groups of four' => static fn (string $text): string => preg_match('/^\d{7,}$/', $text) ? chunk_split($text, 4, ' ') : $text,
        'groups with dashes' => static fn (string $text): string => preg_match('/^\d{7,}$/', $text) ? chunk_split($text, 4, '-') : $text,
        'partly grouped' => static fn (string $text): string => preg_match('/^\d{7,}$/', $text) ? substr($text, 0, 8) . ' ' . substr($text, 8) : $text,
        'without blanks' => static fn (string $text): string => str_replace(' ', '', $text) === '5555444433332222' ? '5555444433332222' : $text,
        'its beginning' => static fn (string $text): string => strlen($text) > 32 ? substr($text, 0, 24) : $text,
    ];
}

function code_of(string $character): int
{
    return strlen($character) === 1 ? ord($character) : hexdec(substr(json_encode($character), 3, 4));
}

function http(string $status, string $body): string
{
    return "HTTP/1.1 $status\r\nContent-Length: " . strlen($body) . "\r\nConnection: close\r\n\r\n$body";
}

/** @return array<string, Closure(string): string> the whole answer, by where it echoes */
function places(): array
{
    return [
        'errorMessage' => static fn (string $said): string => http('200 OK', json_encode(['errorCode' => '5', 'errorMessage' => $said])),
        'error' => static fn (string $said): string => http('200 OK', json_encode(['error' => $said])),
        'error.message' => static fn (string $said): string => http('200 OK', json_encode(['success' => false, 'error' => ['code' => 10, 'message' => $said]])),
        'error.description' => static fn (string $said): string => http('400 Bad', json_encode(['success' => false, 'error' => ['code' => '10', 'description' => $said]])),
        'HTML' => static fn (string $said): string => http('200 OK', "<html>$said</html>"),
        'HTML of a 502' => static fn (string $said): string => http('502 Bad Gateway', "<html><body>$said</body></html>"),
        'a text' => static fn (string $said): string => http('403 Forbidden', $said),
        'a JSON text' => static fn (string $said): string => http('200 OK', json_encode($said)),
        'a status line' => static fn (string $said): string => http("500 $said", ''),
        'no HTTP' => static fn (string $said): string => "$said\r\n",
        'a length' => static fn (string $said): string => "HTTP/1.1 200 OK\r\nContent-Length: $said\r\n\r\n{}",
    ];
}

/** A text with every encoding undone, in small letters, and the digits of it alone. */
function undone(string $text): array
{
    for ($i = 0; $i < 6; $i++) {
        $text = html_entity_decode($text, ENT_QUOTES | ENT_HTML5);
        $text = urldecode($text);
        $text = preg_replace_callback('/\\\\u([0-9a-f]{4})/i', static fn (array $match): string => (string) json_decode("\"\\u$match[1]\""), $text);
        $text = preg_replace_callback('/\\\\x([0-9a-f]{2})/i', static fn (array $match): string => hex2bin($match[1]), $text);
        $text = preg_replace('~\\\\(["\\\\/])~', '$1', $text);
    }

    return [strtolower(str_replace("\u{c9}", "\u{e9}", $text)), preg_replace('/[^0-9a-z]+/', '', strtolower($text))];
}

function is_shown(string $secret, string $text): bool
{
    $digits = str_replace(' ', '', $secret);
    [$plain, $alone] = undone($text);
    if (preg_match('/^\d+$/', $digits)) {
        return str_contains(strlen($digits) > 6 ? $alone : $plain, $digits);
    }

    return str_contains($plain, substr(undone($secret)[0], 0, 24));
}

$replies = $cases = [];
foreach (places() as $place => $reply) {
    foreach (encodings() as $encoding => $encode) {
        foreach (SECRETS as $name => $secret) {
            $replies[] = base64_encode($reply('said <' . $encode($secret) . '> of it'));
            $cases[] = [$place, $encoding, $name];
        }
    }
}
file_put_contents($file = temporary_path('replies'), json_encode($replies, JSON_THROW_ON_ERROR));
$server = new BackgroundProcess([helper_php(), __DIR__ . '/../support/reply_server.php', $file]);
at_end_of_test(static function () use ($server, $file): void {
    $server->kill();
    unlink($file);
});
$uri = 'http://127.0.0.1:' . (int) $server->readLine(30) . '/payment/';

$told = '';
$options = ['retries' => 0, 'extraParameters' => true, 'logger' => static function (array $event) use (&$told): void {
    $told = json_encode($event, JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_INVALID_UTF8_SUBSTITUTE) . print_r($event, true);
}];
$gateway = new PaymentGateway($uri, 'shop', SECRETS['password'], null, $options);
$byToken = new PaymentGateway($uri, null, null, SECRETS['token'], $options);
// The calls are written so that no frame of the test itself holds a secret.
$pay = static fn () => $gateway->paymentOrder('id1', [
    '$PAN' => SECRETS['PAN'], '$CVC' => SECRETS['CVC'], 'YYYY' => '2030', 'MM' => '12', 'TEXT' => 'A B',
    'seToken' => SECRETS['seToken'], 'tokenCryptogram' => SECRETS['cryptogram'], 'other' => ['card' => SECRETS['extra PAN']],
]);
$ask = static fn () => $byToken->getOrderStatusExtended('id1');
$said = $shown = 0;
foreach ($cases as [$place, $encoding, $name]) {
    try {
        $name === 'token' ? $ask() : $pay();
        echo "$place, $encoding, $name: no exception\n";
    } catch (PaymentGateway\Exception $e) {
        $said += (int) str_contains($e->getMessage(), 'said <*');
        $seen = ['the message' => $e->getMessage(), 'the log' => $told, 'the trace' => $e->getTraceAsString() . print_r($e->getTrace(), true)];
        if ($e->getReply() === null) {
            // The reply itself is the gateway's, and the shop's to keep to itself.
            ob_start();
            var_dump($e);
            $seen['the dump'] = ob_get_clean() . $e;
        }
        foreach ($seen as $where => $text) {
            if (is_shown(SECRETS[$name], $text) && $shown++ < 10) {
                echo "$place, $encoding, $name: $where shows it: ", substr($e->getMessage(), 0, 200), "\n";
            }
        }
    }
}
echo $shown, ' of ', count($cases) > 1500 ? 'many' : count($cases), " shown\n";
echo 'where a message repeats it: ', $said >= 4 * count(encodings()) * count(SECRETS) ? 'masked' : "NOT THERE ($said)", "\n";

?>
--EXPECT--
0 of many shown
where a message repeats it: masked
