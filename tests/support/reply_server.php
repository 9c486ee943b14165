<?php

// Answers the nth request with the nth reply of a list, byte by byte as it stands there, and closes the connection.
//
//     reply_server.php FILE      FILE: a JSON list of base64 texts; prints the port

declare(strict_types=1);

$replies = array_map(base64_decode(...), json_decode(file_get_contents($argv[1]), true, 512, JSON_THROW_ON_ERROR));
$server = stream_socket_server('tcp://127.0.0.1:0') ?: exit(1);
echo parse_url('tcp://' . stream_socket_get_name($server, false), PHP_URL_PORT), "\n";

foreach ($replies as $reply) {
    $connection = stream_socket_accept($server, 600) ?: exit(1);
    $request = '';
    while (!preg_match('/^(.*?\r\n\r\n)(.*)$/s', $request, $match)
        || (preg_match('/^content-length: *(\d+)/mi', $match[1], $length) && strlen($match[2]) < (int) $length[1])) {
        $more = fread($connection, 65536);
        if ($more === '' || $more === false) {
            break;
        }
        $request .= $more;
    }
    fwrite($connection, $reply);
    fclose($connection);
}
