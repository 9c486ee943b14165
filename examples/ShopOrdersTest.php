<?php

/*
 * A shop's payment code and its PHPUnit tests, without a gateway: PaymentGateway is a mock, and the tests create the
 * exceptions themselves.
 *
 *     php -d extension=modules/payment_gateway.so $(command -v phpunit) examples/ShopOrdersTest.php
 */

declare(strict_types=1);

use PaymentGateway\InvalidStateException;
use PaymentGateway\OrderStatus;
use PaymentGateway\TimeoutException;
use PHPUnit\Framework\TestCase;

/** The code under test. */
final class ShopOrders
{
    public function __construct(private readonly PaymentGateway $gateway)
    {
    }

    /** Captures what was shipped: 'captured', 'refused: errorCode', or 'unknown' if the operator has to look. */
    public function ship(string $orderId, int $amount): string
    {
        try {
            $this->gateway->deposit($orderId, $amount);

            return 'captured';
        } catch (PaymentGateway\Exception $e) {
            return $e->isOutcomeUnknown() ? 'unknown' : 'refused: ' . $e->getErrorCode();
        }
    }

    /**
     * @param array<string, string> $orderIds the gateway's ids by orderNumber
     * @return array<string, string> 'paid', 'not paid', or why nobody knows
     */
    public function reconcile(array $orderIds): array
    {
        $states = [];
        $calls = array_map(static fn (string $id): array => ['getOrderStatusExtended', [$id]], $orderIds);
        foreach ($this->gateway->batch($calls) as $number => $reply) {
            $states[$number] = match (true) {
                $reply instanceof Throwable => $reply->getMessage(),
                OrderStatus::tryFrom($reply['orderStatus'])?->isPaid() => 'paid',
                default => 'not paid',
            };
        }

        return $states;
    }
}

final class ShopOrdersTest extends TestCase
{
    public function testShippedOrderIsCaptured(): void
    {
        $gateway = $this->createMock(PaymentGateway::class);
        $gateway->expects($this->once())->method('deposit')->with('id-1', 7_000)->willReturn(['errorCode' => '0']);

        $this->assertSame('captured', (new ShopOrders($gateway))->ship('id-1', 7_000));
    }

    public function testRefusedCaptureSaysWhy(): void
    {
        $refusal = new InvalidStateException('deposit: errorCode 7: wrong state', 7);
        $gateway = $this->createStub(PaymentGateway::class);
        $gateway->method('deposit')->willThrowException($refusal);

        $this->assertSame('refused: 7', (new ShopOrders($gateway))->ship('id-1', 7_000));
    }

    public function testLostReplyIsNotRepeated(): void
    {
        $lost = new TimeoutException('deposit: the timeout expired', outcomeUnknown: true);
        $gateway = $this->createMock(PaymentGateway::class);
        $gateway->expects($this->once())->method('deposit')->willThrowException($lost);

        $this->assertSame('unknown', (new ShopOrders($gateway))->ship('id-1', 7_000));
    }

    public function testReconciliationGoesOnAfterAFailedCall(): void
    {
        $gateway = $this->createStub(PaymentGateway::class);
        $gateway->method('batch')->willReturn(new ArrayIterator([
            'order-2' => ['errorCode' => '0', 'orderStatus' => 1],
            'order-1' => new TimeoutException('the timeout expired', retriable: true),
            'order-3' => ['errorCode' => '0', 'orderStatus' => 2],
        ]));

        $this->assertSame(
            ['order-2' => 'not paid', 'order-1' => 'the timeout expired', 'order-3' => 'paid'],
            (new ShopOrders($gateway))->reconcile(['order-1' => 'id-1', 'order-2' => 'id-2', 'order-3' => 'id-3']),
        );
    }
}
