<?php

/*
 * Where payers come back to. That they come proves nothing, nor does anything in the address: the shop asks the gateway
 * for the status of the order that it has stored.
 */

declare(strict_types=1);

use PaymentGateway\OrderStatus;

$orderNumber = is_string($_GET['order'] ?? null) ? $_GET['order'] : '';
$file = getenv('SHOP_ORDERS') . "/$orderNumber.json";
if (!preg_match('/^[0-9a-f]{32}\z/', $orderNumber) || !is_file($file)) {
    http_response_code(404);
    exit('There is no such order.');
}
$row = json_decode(file_get_contents($file), true, flags: JSON_THROW_ON_ERROR);

try {
    $gateway = new PaymentGateway(getenv('GATEWAY_URI'), getenv('GATEWAY_USER'), getenv('GATEWAY_PASSWORD'));
    $order = $gateway->getOrderStatusExtended($row['orderId']);
    $fits = $order['orderNumber'] === $orderNumber && $order['amount'] === $row['amount'] && $order['currency'] === '643';
    $status = $fits ? OrderStatus::tryFrom($order['orderStatus']) : null;
    $reason = PaymentGateway::actionCodeMeaning($order['actionCode']) ?? 'no reason given';
    $message = match (true) {
        $status === null => 'Something is wrong with this order. We look into it.',
        $status->isPaid() => 'Thank you, your order is paid.',
        $status->isFinal() => "Your order is not paid: $reason.",
        default => 'Your order is not paid yet.',
    };
    // Only one can create the file: the goods are sent once, however often and at once this page is loaded.
    if ($status?->isPaid() && @fopen("$file.paid", 'x')) {
        error_log("$orderNumber is paid: send the tea");
    }
} catch (PaymentGateway\Exception $e) {
    // Neither paid nor unpaid: say so, and ask again. A shop also asks from cron, for payers who do not come back.
    error_log($e->getMessage());
    http_response_code(503);
    $status = null;
    $message = 'We do not know yet whether your order is paid. Please do not pay again; load this page again.';
}
?>
<!DOCTYPE html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Your order</title>
<h1>Your order</h1>
<p role="status"><?= htmlspecialchars($message) ?></p>
<?php if ($status === OrderStatus::Created) { ?>
<p><a href="<?= htmlspecialchars($row['formUrl']) ?>">Pay now</a></p>
<?php } ?>
<p><a href="./">Back to the shop</a></p>
