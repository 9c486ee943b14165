<?php

declare(strict_types=1);

/*
 * The address of a shop, for tests of callbacks: php -S 127.0.0.1:PORT receiver.php. Notes each request as a line of JSON
 * in the file RECEIVER_LOG, and answers as the file RECEIVER_ANSWER says: a status and, if it redirects, a Location.
 */

$line = json_encode([
    'method' => $_SERVER['REQUEST_METHOD'],
    'path' => parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH),
    'query' => $_SERVER['QUERY_STRING'] ?? '',
    'headers' => array_change_key_case(getallheaders()),
    'body' => file_get_contents('php://input'),
], JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES);
file_put_contents((string) getenv('RECEIVER_LOG'), "$line\n", FILE_APPEND | LOCK_EX);

[$status, $location] = explode(' ', trim((string) file_get_contents((string) getenv('RECEIVER_ANSWER'))), 2) + [1 => ''];
http_response_code((int) $status);
if ($location !== '') {
    header("Location: $location");
}
echo "answer $status";
