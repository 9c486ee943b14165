<?php

/*
 * The page of an order. Only the status of the gateway says whether it is paid. For payers who do not come back, ask
 * from cron, too.
 */

declare(strict_types=1);

use PaymentGateway\OrderStatus;

require __DIR__ . '/shop.php';

$row = order_of_address();
$status = null;
start_session();
$isOwn = ($_SESSION['order'] ?? null) === $row['orderNumber'];
try {
    $order = gateway()->getOrderStatusExtended($row['orderId']);
    $fits = $order['orderNumber'] === $row['orderNumber'] && $order['amount'] === $row['amount'] && $order['currency'] === '643';
    $status = $fits ? OrderStatus::tryFrom($order['orderStatus']) : null;
    $reason = PaymentGateway::actionCodeMeaning($order['actionCode']) ?? 'no reason given';
    $message = match (true) {
        $status === null => 'Something is wrong with this order. We look into it.',
        $status->isPaid() => 'Thank you, your order is paid.',
        $status->isFinal() => "Your order is not paid: $reason.",
        // Tried and failed, with attempts left.
        $status === OrderStatus::Created && $order['actionCode'] !== -100 => "Not paid yet: $reason.",
        default => 'Your order is not paid yet.',
    };
    // Only one can create the file: the goods are sent once, however often and at once this page is loaded.
    if ($status?->isPaid() && @fopen(path_of($row['orderNumber']) . '.paid', 'x')) {
        error_log("$row[orderNumber] is paid: send the tea");
    }
} catch (PaymentGateway\Exception $e) {
    error_log($e->getMessage());
    http_response_code(503);
    $message = 'We do not know yet whether your order is paid. Please do not pay again; load this page again.';
}
// Also for payers who have left the page of their bank: the new attempt replaces the one that is open.
$isPayable = $status === OrderStatus::Created || $status === OrderStatus::AuthorizationInitialized;
if ($isOwn && $status?->isFinal()) {
    // The next purchase is another order.
    unset($_SESSION['order']);
}
?>
<!DOCTYPE html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Your order</title>
<main>
<h1>Your order</h1>
<p role="status"><?= htmlspecialchars($message) ?></p>
<?php if ($isOwn && $isPayable) { ?>
<p><a href="./">Try again, or with another card</a></p>
<?php } elseif ($status?->isFinal()) { ?>
<p><a href="./">Back to the shop</a></p>
<?php } ?>
</main>
