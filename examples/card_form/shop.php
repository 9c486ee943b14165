<?php

/*
 * What the pages of this shop share. A row of an order is found by its orderNumber in the address, never by the session:
 * the browser does not send a SameSite=Lax cookie with the POST of the card's bank.
 */

declare(strict_types=1);

use PaymentGateway\NextStep;
use PaymentGateway\NextStepKind;

const AMOUNT = 1_500_00;

function gateway(): PaymentGateway
{
    return new PaymentGateway(getenv('GATEWAY_URI'), getenv('GATEWAY_USER'), getenv('GATEWAY_PASSWORD'));
}

function start_session(): void
{
    session_start([
        'cookie_samesite' => 'Lax',
        'cookie_httponly' => true,
        'cookie_secure' => str_starts_with(getenv('SHOP_URI'), 'https:'),
        'use_strict_mode' => true,
    ]);
}

function address(string $page, string $orderNumber): string
{
    return getenv('SHOP_URI') . "$page?order=$orderNumber";
}

/** By GET, so that the browser sends the cookie of the session again, and loading the page again posts nothing. */
function go_to(string $url): never
{
    header("Location: $url", true, 303);
    exit;
}

function path_of(string $orderNumber): string
{
    return getenv('SHOP_ORDERS') . "/$orderNumber.json";
}

/** @return array{orderNumber: string, orderId: string, amount: int, transactionId: ?string}|null */
function find_order(string $orderNumber): ?array
{
    if (!preg_match('/^[0-9a-f]{32}\z/', $orderNumber) || !is_file(path_of($orderNumber))) {
        return null;
    }

    return json_decode(file_get_contents(path_of($orderNumber)), true, flags: JSON_THROW_ON_ERROR);
}

/** The row that has the gateway's id of an order; a database would have an index. */
function find_order_of_gateway(?string $orderId): ?array
{
    $rows = array_map(static fn (string $file): ?array => find_order(basename($file, '.json')), glob(path_of('*')));
    $found = array_filter($rows, static fn (?array $row): bool => $row !== null && $row['orderId'] === $orderId);

    return array_shift($found);
}

function found(?array $order): array
{
    if ($order === null) {
        http_response_code(404);
        exit('There is no such order.');
    }

    return $order;
}

/** The row of the order that the address names. */
function order_of_address(): array
{
    return found(find_order(is_string($_GET['order'] ?? null) ? $_GET['order'] : ''));
}

function store_order(array $order): void
{
    $file = path_of($order['orderNumber']);
    // Renamed, so that nobody reads half a row.
    $written = file_put_contents("$file.new", json_encode($order, JSON_THROW_ON_ERROR)) && rename("$file.new", $file);
    $written ?: throw new RuntimeException('The order cannot be stored.');
}

/** Sends the payer where the step leads to: to the card's bank, or to the page of the order. */
function take(NextStep $step, array $order): never
{
    if ($step->kind === NextStepKind::Finished || $step->kind === NextStepKind::Declined) {
        go_to(address('order.php', $order['orderNumber']));
    }
    // With the order: what the browser brings later is not believed.
    store_order(['transactionId' => $step->transactionId ?? $order['transactionId']] + $order);
    $nonce = base64_encode(random_bytes(16));
    // It limits neither form-action nor frame-src: nobody can list the addresses of all banks.
    header("Content-Security-Policy: script-src 'nonce-$nonce'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'");
    header('Cache-Control: no-store');
    exit($step->html($nonce, continueUrl: address('continue.php', $order['orderNumber'])));
}
