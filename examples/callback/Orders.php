<?php

declare(strict_types=1);

use PaymentGateway\CallbackOperation;
use PaymentGateway\OrderStatus;

/**
 * The orders of a shop and what callbacks say of them, in SQLite.
 *
 * Callbacks come at least once and in any order, so an order only moves forward: new, held, paid, and then reversed or
 * refunded. An event that is older than what is known changes nothing. Where the event does not tell enough (a part, a
 * refund, a decline, no sum), the order is marked to be checked, and settle() asks the gateway.
 */
final class Orders
{
    private const RANKS = ['new' => 0, 'held' => 1, 'paid' => 2, 'expired' => 3, 'reversed' => 3, 'refunded' => 3];

    private SQLite3 $database;

    public function __construct(private string $file)
    {
        $this->database = new SQLite3($file);
        $this->database->enableExceptions(true);
        $this->database->busyTimeout(5_000);
        $this->database->exec('PRAGMA journal_mode = WAL');
        $this->database->exec(
            'CREATE TABLE IF NOT EXISTS orders (order_id TEXT PRIMARY KEY, number TEXT NOT NULL UNIQUE, amount INTEGER NOT NULL, currency TEXT NOT NULL,'
            . " state TEXT NOT NULL DEFAULT 'new', rank INTEGER NOT NULL DEFAULT 0, captured INTEGER NOT NULL DEFAULT 0, refunded INTEGER NOT NULL DEFAULT 0,"
            . ' cancelled INTEGER NOT NULL DEFAULT 0, to_check INTEGER NOT NULL DEFAULT 0);'
            . 'CREATE TABLE IF NOT EXISTS reports (number TEXT NOT NULL, what TEXT NOT NULL, PRIMARY KEY (number, what));',
        );
    }

    /** Call it with the orderId that register() returned, before the payer is sent to the gateway. */
    public function add(string $number, string $orderId, int $amount, string $currency): void
    {
        $this->run('INSERT INTO orders (order_id, number, amount, currency) VALUES (?, ?, ?, ?)', $orderId, $number, $amount, $currency);
    }

    /** The shop no longer wants the order. The payer may still pay it. */
    public function cancel(string $number): void
    {
        $this->run('UPDATE orders SET cancelled = 1 WHERE number = ?', $number);
    }

    /**
     * Stores what a verified callback tells. Returns once it is on the disk.
     *
     * @param array<string, string|int|bool> $callback from verifyCallbackHmac() or verifyCallbackRsa()
     * @throws Exception if it could not be stored: let the gateway send it again
     */
    public function note(array $callback): void
    {
        $this->database->exec('BEGIN IMMEDIATE');
        try {
            $order = $this->run('SELECT * FROM orders WHERE order_id = ?', (string) ($callback['mdOrder'] ?? ''))->fetchArray(SQLITE3_ASSOC);
            if ($order !== false) { // of another shop, or of a payment link: not ours to know
                $this->noteEvent($order, $callback);
            }
            $this->database->exec('COMMIT');
        } catch (Throwable $e) {
            $this->database->exec('ROLLBACK');
            throw $e;
        }
    }

    /** @param array<string, mixed> $order */
    private function noteEvent(array $order, array $callback): void
    {
        $operation = CallbackOperation::tryFrom((string) ($callback['operation'] ?? ''));
        $money = ($callback['status'] ?? false) === true && in_array($operation, [CallbackOperation::Approved, CallbackOperation::Deposited], true);

        if (($callback['orderNumber'] ?? $order['number']) !== $order['number'] || ($callback['currency'] ?? $order['currency']) !== $order['currency']) {
            $this->report($order['number'], 'a callback of another order number or currency');

            return;
        }
        if ($money && $order['cancelled']) {
            $this->report($order['number'], 'paid although the shop has cancelled it');
        }
        // `amount` is that of the registration, whatever was held or captured: these say what was.
        $moved = $callback[$operation === CallbackOperation::Deposited ? 'depositedAmount' : 'approvedAmount'] ?? null;
        if ($money && $moved === $order['amount']) {
            $paid = $operation === CallbackOperation::Deposited;
            $this->advance($order['order_id'], $paid ? 'paid' : 'held', $paid ? $order['amount'] : 0, 0);

            return;
        }
        $this->run('UPDATE orders SET to_check = to_check + 1 WHERE order_id = ?', $order['order_id']);
    }

    private function advance(string $orderId, string $state, int $captured, int $refunded): void
    {
        $rank = self::RANKS[$state];
        $this->run('UPDATE orders SET state = ?, rank = ? WHERE order_id = ? AND rank < ?', $state, $rank, $orderId, $rank);
        $this->run('UPDATE orders SET captured = max(captured, ?), refunded = max(refunded, ?) WHERE order_id = ?', $captured, $refunded, $orderId);
    }

    /** Asks the gateway about the orders that are to be checked. Run it from cron: one process at a time. */
    public function settle(PaymentGateway $gateway): int
    {
        $lock = fopen("$this->file.lock", 'c');
        if ($lock === false || !flock($lock, LOCK_EX | LOCK_NB)) {
            return 0; // another one is at it
        }
        $orders = [];
        for ($rows = $this->run('SELECT * FROM orders WHERE to_check > 0'); $row = $rows->fetchArray(SQLITE3_ASSOC);) {
            $orders[$row['order_id']] = $row;
        }
        $calls = array_map(static fn (array $order): array => ['getOrderStatusExtended', [$order['order_id']]], $orders);
        $settled = 0;
        foreach ($gateway->batch($calls) as $orderId => $status) {
            if (is_array($status)) { // otherwise it is asked again next time
                $this->settleOrder($orders[$orderId], $status);
                $settled++;
            }
        }

        return $settled;
    }

    private function settleOrder(array $order, array $status): void
    {
        $info = $status['paymentAmountInfo'] ?? [];
        if ($status['orderNumber'] !== $order['number'] || $status['amount'] !== $order['amount'] || $status['currency'] !== $order['currency']) {
            $this->report($order['number'], 'the gateway has another amount or currency');
        }
        $this->database->exec('BEGIN IMMEDIATE');
        $state = match (OrderStatus::tryFrom($status['orderStatus'])) {
            OrderStatus::Approved => 'held',
            OrderStatus::Deposited, OrderStatus::PartlyDeposited => 'paid',
            OrderStatus::Reversed => 'reversed',
            OrderStatus::Refunded => 'refunded',
            OrderStatus::Declined => 'expired',
            default => 'new', // one try was declined: the payer may try again
        };
        // The gateway subtracts a refund from depositedAmount. What was captured, as what was refunded, only grows.
        $refunded = $info['refundedAmount'] ?? 0;
        $this->advance($order['order_id'], $state, ($info['depositedAmount'] ?? 0) + $refunded, $refunded);
        // Callbacks that came after the question are still to be checked.
        $this->run('UPDATE orders SET to_check = to_check - ? WHERE order_id = ?', $order['to_check'], $order['order_id']);
        $this->database->exec('COMMIT');
    }

    /** For a person to look at: a payment must not get lost because it fits nothing. */
    private function report(string $number, string $what): void
    {
        $this->run('INSERT OR IGNORE INTO reports VALUES (?, ?)', $number, $what);
    }

    private function run(string $sql, string|int ...$values): SQLite3Result
    {
        $statement = $this->database->prepare($sql);
        foreach ($values as $i => $value) {
            $statement->bindValue($i + 1, $value);
        }

        return $statement->execute();
    }
}
