<?php

/**
 * @generate-class-entries
 * @generate-legacy-arginfo 80200
 */

namespace {
    /**
     * One account at an RBS/BPC payment gateway.
     *
     * A reply is the gateway's own array. Amounts are ints in minor units (kopecks, tiyins, cents). Whatever goes
     * wrong is a PaymentGateway\Exception.
     *
     * @strict-properties
     * @not-serializable
     */
    class PaymentGateway
    {
        /**
         * Exactly one of userName with password, and token: the Open ID token, which may be public and is taken by
         * register, registerPreAuth, getOrderStatusExtended (by orderId), instantPayment, motoPayment and
         * installmentPayment alone; applePay, googlePay and samsungPay are sent without either.
         *
         * Options: timeout (seconds, int or float, of the whole call with its repeats; 30), connectTimeout (5), retries
         * (of reads, and of refunds with an externalRefundId; 2), caFile (a PEM file), clientCertificate, clientKey and
         * clientKeyPassword (PEM files), proxy (a URL), interface (a network interface or an address of this host),
         * ipResolve ('v4' or 'v6'), language and currency (defaults of the calls that take them), dialect ('classic' or
         * 'sberbank'), timezone (a DateTimeZone or what its constructor takes; dates given as DateTimeInterface are
         * sent in it; UTC), extraParameters (true lets unknown parameters pass), logger (a callable that takes one
         * array, or a PSR-3 object; each attempt at a call is told, without secrets).
         *
         * @phpstan-param array<string, mixed> $options
         * @throws PaymentGateway\ArgumentException
         */
        public function __construct(
            #[\SensitiveParameter] string $baseUri,
            ?string $userName = null,
            #[\SensitiveParameter] ?string $password = null,
            #[\SensitiveParameter] ?string $token = null,
            #[\SensitiveParameter] array $options = []
        ) {}

        /**
         * A client of a bank by its name in banks(): base URI, dialect, time zone and where a token is taken come from
         * there, and options win over them. A subclass's own constructor is not called.
         *
         * @phpstan-param array<string, mixed> $options
         * @throws PaymentGateway\ArgumentException
         */
        public static function forBank(
            string $bank,
            ?string $userName = null,
            #[\SensitiveParameter] ?string $password = null,
            #[\SensitiveParameter] ?string $token = null,
            #[\SensitiveParameter] array $options = []
        ): static {}

        /**
         * What the banks publish: by name, the base URI, the dialect, the time zone of dates (null: not published, so
         * dates are taken as texts only, unless the option timezone is given), whether a token is taken everywhere,
         * and the source.
         *
         * @phpstan-return array<string, array{baseUri: string, dialect: string, timezone: ?string, tokenEverywhere: bool, source: string}>
         */
        public static function banks(): array {}

        /**
         * Many calls at once. `$calls` yields key => [method, arguments], the arguments as for call_user_func_array;
         * walking the result gives key => reply, or the exception of a call that failed, as they come, or with
         * `$keepOrder` in the order of `$calls`. At most `$concurrency` (1 to 1024) are read ahead and on their way.
         * What `$calls` throws comes after the calls on their way. Leaving the walk gives up what is on its way: of a
         * call whose key did not come, nobody knows what became. The time that the loop's own body takes does not count
         * against the calls. Not to be walked on in a forked child.
         *
         * A subclass's own methods are not called. The result can be walked once.
         *
         * @phpstan-param iterable<mixed, array{0: string, 1?: array<int|string, mixed>}> $calls
         * @phpstan-return \Iterator<mixed, array<string, mixed>|\Throwable>
         * @throws PaymentGateway\ArgumentException
         */
        public function batch(#[\SensitiveParameter] iterable $calls, int $concurrency = 16, bool $keepOrder = false): PaymentGateway\Batch {}

        /** Closes the connections that are kept, of this thread; calls on their way go on. */
        public static function resetConnections(): void {}

        /**
         * The connections of this thread: open now, opened since the start or the last reset, and the requests that
         * went over them.
         *
         * @phpstan-return array{open: int, opened: int, requests: int}
         */
        public static function connectionStats(): array {}

        /** What a bank's actionCode means, in English; null when no document says it. */
        public static function actionCodeMeaning(int $actionCode): ?string {}

        public function register(string $orderNumber, int $amount, string $returnUrl, #[\SensitiveParameter] array $params = []): array {}

        /** @implementation-alias PaymentGateway::register */
        public function registerPreAuth(string $orderNumber, int $amount, string $returnUrl, #[\SensitiveParameter] array $params = []): array {}

        /**
         * Captures what is held: 0 is the whole hold, or what is left of it.
         *
         * @implementation-alias PaymentGateway::register
         */
        public function deposit(string $orderId, int $amount = 0, #[\SensitiveParameter] array $params = []): array {}

        /** @implementation-alias PaymentGateway::register */
        public function reverse(string $orderId, #[\SensitiveParameter] array $params = []): array {}

        /** @implementation-alias PaymentGateway::register */
        public function refund(string $orderId, int $amount, #[\SensitiveParameter] array $params = []): array {}

        /** @implementation-alias PaymentGateway::register */
        public function instantRefund(int $amount, #[\SensitiveParameter] array $params): array {}

        /** @implementation-alias PaymentGateway::register */
        public function decline(string $orderId, string $orderNumber, #[\SensitiveParameter] array $params = []): array {}

        /**
         * Gives a payment back the way the button of the merchant portal does: what is held is reversed, what is
         * captured is reversed where the gateway still allows it, and else refunded whole. Of an order in status 8
         * what is captured is refunded, and the rest stays held.
         *
         * Asks the status first. The refund is sent with expectedDepositedAmount (in the dialects that have it), so
         * that it happens only if nothing changed in between. `$params` goes to the refund: an externalRefundId there
         * makes repeating the call after an unknown outcome safe.
         *
         * @phpstan-param array<string, mixed> $params
         * @phpstan-return array{operation: 'reverse'|'refund', amount: ?int, reply: array<string, mixed>} amount: of a refund
         * @throws PaymentGateway\Exception
         */
        public function cancel(string $orderId, #[\SensitiveParameter] array $params = []): array {}

        /** @implementation-alias PaymentGateway::register */
        public function getOrderStatus(string $orderId, #[\SensitiveParameter] array $params = []): array {}

        /** @implementation-alias PaymentGateway::register */
        public function getOrderStatusExtended(?string $orderId = null, ?string $orderNumber = null, #[\SensitiveParameter] array $params = []): array {}

        /** @implementation-alias PaymentGateway::register */
        public function paymentOrder(string $orderId, #[\SensitiveParameter] array $params): array {}

        /**
         * Pays a registered order by a stored card. `tii` says who initiates it: F the payer, who chose the card; U, R
         * and I (unscheduled, recurrent, instalment) the merchant, and then there is no `cvc`. An instalment with
         * 3-D Secure on the merchant's initiative (initThreeDSReqPrior… in jsonParams) needs `installments` and
         * `totalInstallmentAmount` there. (BPC documentation: Payment by a stored credential.)
         *
         * @phpstan-param array<string, mixed> $params
         * @phpstan-return array<string, mixed> redirect, or acsUrl and its like
         * @throws PaymentGateway\Exception
         * @implementation-alias PaymentGateway::register
         */
        public function paymentOrderBinding(string $orderId, string $bindingId, #[\SensitiveParameter] array $params = []): array {}

        /**
         * Registers an order and pays it in one request, by a card (`pan`, `expiry` as YYYYMM, `cvc`,
         * `cardholderName`), a stored card (`bindingId`) or encrypted card data (`seToken`), one of which must be in
         * `$params`.
         *
         * A reply with `acsUrl`, or a first answer of 3-D Secure 2, is an array: send the payer on, or call again with
         * `threeDSServerTransId` and `threeDSVer2MdOrder`. Give an `orderNumber`: by it the status can be asked when
         * the answer is lost. `preAuth` => true only holds the amount; a hold cannot be initiated by the merchant
         * (tii R, U, I). (BPC documentation: Instant payment.)
         *
         * @phpstan-param int $amount minor units; 0 only with the feature VERIFY
         * @phpstan-param array<string, mixed> $params
         * @phpstan-return array<string, mixed> orderId, orderStatus (with capitalised fields), or acsUrl and its like
         * @throws PaymentGateway\Exception
         * @implementation-alias PaymentGateway::register
         */
        public function instantPayment(int $amount, string $returnUrl, #[\SensitiveParameter] array $params): array {}

        /**
         * An order by mail or telephone, registered and paid at once: `$params` must hold `pan`, `expiry` (YYYYMM) and
         * `cardholder`. (BPC documentation: MOTO payment.)
         *
         * @phpstan-param int $amount minor units; 0 only with the feature VERIFY
         * @phpstan-param array<string, mixed> $params
         * @phpstan-return array<string, mixed> mdOrder is the order's id
         * @throws PaymentGateway\Exception
         * @implementation-alias PaymentGateway::register
         */
        public function motoPayment(int $amount, string $returnUrl, #[\SensitiveParameter] array $params): array {}

        /**
         * Charges a stored card again, without the payer. A known orderNumber is a DuplicateOrderException here as
         * elsewhere, although its errorCode is 10. (BPC documentation: Recurrent payment.)
         *
         * @phpstan-param int $amount minor units; 0 only with the feature VERIFY
         * @phpstan-param array<string, mixed> $params
         * @phpstan-return array{success: true, data: array{orderId: string}, ...} and orderStatus
         * @throws PaymentGateway\Exception
         * @implementation-alias PaymentGateway::register
         */
        public function recurrentPayment(string $orderNumber, string $bindingId, int $amount, #[\SensitiveParameter] array $params = []): array {}

        /**
         * The next instalment of a stored card. (BPC documentation: Installment payment.)
         *
         * @phpstan-param int $amount minor units; 0 only with the feature VERIFY
         * @phpstan-param bool $preAuth true only holds the amount
         * @phpstan-param array<string, mixed> $params
         * @phpstan-return array<string, mixed> orderId and orderStatus
         * @throws PaymentGateway\Exception
         * @implementation-alias PaymentGateway::register
         */
        public function installmentPayment(string $orderNumber, string $bindingId, int $amount, bool $preAuth = false, #[\SensitiveParameter] array $params = []): array {}

        /**
         * Pays with the token that Apple Pay gave the shop: PKPaymentToken.paymentData in Base64. The amount is in the
         * token. The merchant is named by his login and no password is sent, so a client with a token will do.
         * `preAuth` => true only holds the amount. (BPC documentation: Apple Pay.)
         *
         * Of every wallet: success: false is an exception by the method's errorCodes (1: DeclinedException), and so is
         * a reply whose order is declined; without data.orderId the outcome is unknown.
         *
         * @phpstan-param array<string, mixed> $params
         * @phpstan-return array{success: true, data: array{orderId: string, ...}, ...}
         * @throws PaymentGateway\Exception
         * @implementation-alias PaymentGateway::register
         */
        public function applePay(string $merchant, string $orderNumber, #[\SensitiveParameter] string $paymentToken, #[\SensitiveParameter] array $params = []): array {}

        /**
         * The same with a token that the shop decrypted: its JSON in Base64. With credentials. (BPC documentation:
         * Apple Pay, direct.)
         *
         * @phpstan-param array<string, mixed> $params
         * @phpstan-return array{success: true, data: array{orderId: string, ...}, ...}
         * @throws PaymentGateway\Exception
         * @implementation-alias PaymentGateway::register
         */
        public function applePayDirect(string $orderNumber, #[\SensitiveParameter] string $paymentToken, #[\SensitiveParameter] array $params = []): array {}

        /**
         * Pays with the token that Google Pay gave the shop, in Base64. The merchant is named by his login and no
         * password is sent. A card's number inside the token goes through 3-D Secure: a reply with data.acsUrl, or a
         * first answer of 3-D Secure 2, is an array. (BPC documentation: Google Pay.)
         *
         * @phpstan-param int $amount minor units
         * @phpstan-param string $ip of the payer
         * @phpstan-param array<string, mixed> $params
         * @phpstan-return array{success: true, data: array{orderId: string, ...}, ...}
         * @throws PaymentGateway\Exception
         * @implementation-alias PaymentGateway::register
         */
        public function googlePay(string $merchant, string $orderNumber, #[\SensitiveParameter] string $paymentToken, int $amount, string $returnUrl, string $ip, #[\SensitiveParameter] array $params = []): array {}

        /**
         * The same with a token that the shop decrypted. With credentials. (BPC documentation: Google Pay, direct.)
         *
         * @phpstan-param int $amount minor units; 0 only with the feature VERIFY
         * @phpstan-param array<string, mixed> $params
         * @phpstan-return array{success: true, data: array{orderId: string, ...}, ...}
         * @throws PaymentGateway\Exception
         * @implementation-alias PaymentGateway::register
         */
        public function googlePayDirect(string $orderNumber, #[\SensitiveParameter] string $paymentToken, int $amount, string $returnUrl, #[\SensitiveParameter] array $params = []): array {}

        /**
         * Pays with the content of Samsung Pay's 3ds.data, in Base64. The merchant is named by his login and no
         * password is sent. (BPC documentation: Samsung Pay.)
         *
         * @phpstan-param array<string, mixed> $params
         * @phpstan-return array{success: true, data: array{orderId: string, ...}, ...}
         * @throws PaymentGateway\Exception
         * @implementation-alias PaymentGateway::register
         */
        public function samsungPay(string $merchant, string $orderNumber, #[\SensitiveParameter] string $paymentToken, #[\SensitiveParameter] array $params = []): array {}

        /**
         * The same with decrypted data. With credentials. (BPC documentation: Samsung Pay, direct.)
         *
         * @phpstan-param array<string, mixed> $params
         * @phpstan-return array{success: true, data: array{orderId: string, ...}, ...}
         * @throws PaymentGateway\Exception
         * @implementation-alias PaymentGateway::register
         */
        public function samsungPayDirect(string $merchant, string $orderNumber, #[\SensitiveParameter] string $paymentToken, #[\SensitiveParameter] array $params = []): array {}

        /**
         * Pays with the token of Mir Pay. (RBS libraries; no table of it is published.)
         *
         * @phpstan-param int $amount minor units; 0 only with the feature VERIFY
         * @phpstan-param array<string, mixed> $params
         * @phpstan-return array{success: true, data: array{orderId: string, ...}, ...}
         * @throws PaymentGateway\Exception
         * @implementation-alias PaymentGateway::register
         */
        public function mirPay(string $orderNumber, int $amount, #[\SensitiveParameter] string $paymentToken, #[\SensitiveParameter] array $params = []): array {}

        /**
         * The same with a token that the shop decrypted. (Sberbank's description 1.0.7: mir/paymentDirect.do.)
         *
         * @phpstan-param int $amount minor units; 0 only with the feature VERIFY
         * @phpstan-param array<string, mixed> $params
         * @phpstan-return array{success: true, data: array{orderId: string, ...}, ...}
         * @throws PaymentGateway\Exception
         * @implementation-alias PaymentGateway::register
         */
        public function mirPayDirect(string $orderNumber, int $amount, #[\SensitiveParameter] string $paymentToken, #[\SensitiveParameter] array $params = []): array {}

        /**
         * Pays with a network's token and its cryptogram. `jsonParams` is name => value, as everywhere. A reply with
         * data.acsUrl, or a first answer of 3-D Secure 2, is an array; the second call repeats the first with
         * `orderId` and `threeDSServerTransId`. (BPC documentation: Payment by token.)
         *
         * @phpstan-param int $amount minor units; 0 only with the feature VERIFY
         * @phpstan-param 'MDES'|'VTS'|'APPLE'|'GOOGLE'|'SAMSUNG' $tokenType
         * @phpstan-param array{dpan: string|int, tokenCryptogram?: string, MM: string, YYYY: string|int, eci?: int|string} $paymentData
         * @phpstan-param array<string, mixed> $params
         * @phpstan-return array{success: true, data: array{orderId: string, ...}, ...}
         * @throws PaymentGateway\Exception
         * @implementation-alias PaymentGateway::register
         */
        public function tokenPayment(int $amount, string $tokenType, #[\SensitiveParameter] array $paymentData, string $returnUrl, #[\SensitiveParameter] array $params = []): array {}

        /**
         * Asks the payer to pay a registered order in Sberbank's application. Sberbank only. (Its description 1.0.7:
         * paymentSberPay.do.)
         *
         * @phpstan-param string $phone 7 to 11 digits
         * @phpstan-param array<string, mixed> $params
         * @phpstan-return array<string, mixed> errorCode "0": ask the status for what became of it
         * @throws PaymentGateway\Exception
         * @implementation-alias PaymentGateway::register
         */
        public function paymentSberPay(string $orderId, string $phone, #[\SensitiveParameter] array $params = []): array {}

        /**
         * Pays a registered order by a subscription of the fast payments system. Sberbank only. (Its description
         * 1.0.7: paymentOrderBySubscription.)
         *
         * @phpstan-param string $subscriptionId 32 characters
         * @phpstan-param string $memberId the bank's 12 digits
         * @phpstan-param array<string, mixed> $params
         * @phpstan-return array<string, mixed> errorCode "0": ask the status for what became of it
         * @throws PaymentGateway\Exception
         * @implementation-alias PaymentGateway::register
         */
        public function paymentOrderBySubscription(string $orderId, string $subscriptionId, string $memberId, #[\SensitiveParameter] array $params = []): array {}

        /** @implementation-alias PaymentGateway::register */
        public function getBindings(string $clientId, #[\SensitiveParameter] array $params = []): array {}

        /**
         * The bindings of a card, or of the card of a binding; of both the card counts. None is an empty list.
         *
         * @implementation-alias PaymentGateway::register
         */
        public function getBindingsByCardOrId(#[\SensitiveParameter] ?string $pan = null, ?string $bindingId = null, #[\SensitiveParameter] array $params = []): array {}

        /** @implementation-alias PaymentGateway::register */
        public function bindCard(string $bindingId, #[\SensitiveParameter] array $params = []): array {}

        /** @implementation-alias PaymentGateway::register */
        public function unBindCard(string $bindingId, #[\SensitiveParameter] array $params = []): array {}

        /** @implementation-alias PaymentGateway::register */
        public function extendBinding(string $bindingId, string $newExpiry, #[\SensitiveParameter] array $params = []): array {}

        /**
         * Stores a card without a payment: `pan`, `expiryDate` (YYYYMM) and `cardholderName` in `$params`. A
         * `bindingStrength` other than NO_PAYMENT needs `additionalParameters` with the network's reference numbers.
         * (BPC documentation: Create a stored credential without payment.)
         *
         * @phpstan-param array<string, mixed> $params
         * @phpstan-return array<string, mixed> bindingId
         * @throws PaymentGateway\Exception
         * @implementation-alias PaymentGateway::register
         */
        public function createBindingNoPayment(string $clientId, #[\SensitiveParameter] array $params): array {}

        /**
         * Makes a task that charges a stored card by a schedule, without 3-D Secure. With a stored card the clientId
         * belongs to it, or no payment succeeds. Dates are texts as '2026-01-24T00:00:00.000+0300', or
         * DateTimeInterface, which is sent with its own offset. (BPC documentation: Recurring tasks, create.)
         *
         * Of every method of tasks: status FAIL is a GatewayException, a reply without SUCCESS a ReplyException.
         *
         * @phpstan-param array{amount: int, currency: string|int, merchantTaskUuid: string, scheduleData: array{scheduledSince: string|\DateTimeInterface, scheduledTill: string|\DateTimeInterface, timeUnit: string, value: int|string}, bindingId?: string, clientId?: string, pan?: string|int, expiry?: int|string, cardHolder?: string, attributes?: array<string, mixed>, params?: array<string, mixed>} $task amount in minor units
         * @phpstan-param array<string, mixed> $params
         * @phpstan-return array{status: 'SUCCESS', task: array<string, mixed>, ...}
         * @throws PaymentGateway\Exception
         * @implementation-alias PaymentGateway::register
         */
        public function createTask(#[\SensitiveParameter] array $task, #[\SensitiveParameter] array $params = []): array {}

        /**
         * Changes the card of a task, or what is kept with it. (BPC documentation: Recurring tasks, modify.)
         *
         * @phpstan-param array{taskIdentifier: array{taskUuid?: string, merchantTaskUuid?: string, merchantLogin?: string}, bindingId?: string, clientId?: string, pan?: string|int, expiry?: string|int, cardholder?: string, attributes?: array<string, mixed>, params?: array<string, mixed>} $task
         * @phpstan-param array<string, mixed> $params
         * @phpstan-return array{status: 'SUCCESS', task: array<string, mixed>, ...}
         * @throws PaymentGateway\Exception
         * @implementation-alias PaymentGateway::register
         */
        public function modifyTask(#[\SensitiveParameter] array $task, #[\SensitiveParameter] array $params = []): array {}

        /**
         * A task with its schedule, state and attempts. A task is named by taskUuid, or by merchantTaskUuid with
         * merchantLogin. (BPC documentation: Recurring tasks, get.)
         *
         * @phpstan-param array{taskUuid?: string, merchantTaskUuid?: string, merchantLogin?: string} $taskIdentifier
         * @phpstan-param array<string, mixed> $params
         * @phpstan-return array{status: 'SUCCESS', task: array<string, mixed>, ...}
         * @throws PaymentGateway\Exception
         * @implementation-alias PaymentGateway::register
         */
        public function getTask(array $taskIdentifier, #[\SensitiveParameter] array $params = []): array {}

        /**
         * No further payments until the task is activated. (BPC documentation: Recurring tasks, terminate.)
         *
         * @phpstan-param array{taskUuid?: string, merchantTaskUuid?: string, merchantLogin?: string} $taskIdentifier
         * @phpstan-param array<string, mixed> $params
         * @phpstan-return array{status: 'SUCCESS', task: array<string, mixed>, ...}
         * @throws PaymentGateway\Exception
         * @implementation-alias PaymentGateway::register
         */
        public function terminateTask(array $taskIdentifier, #[\SensitiveParameter] array $params = []): array {}

        /**
         * Payments go on. (BPC documentation: Recurring tasks, activate.)
         *
         * @phpstan-param array{taskUuid?: string, merchantTaskUuid?: string, merchantLogin?: string} $taskIdentifier
         * @phpstan-param array<string, mixed> $params
         * @phpstan-return array{status: 'SUCCESS', task: array<string, mixed>, ...}
         * @throws PaymentGateway\Exception
         * @implementation-alias PaymentGateway::register
         */
        public function activateTask(array $taskIdentifier, #[\SensitiveParameter] array $params = []): array {}

        /**
         * Terminates several tasks. (BPC documentation: Recurring tasks, batch terminate.)
         *
         * @phpstan-param list<array{taskUuid?: string, merchantTaskUuid?: string, merchantLogin?: string}> $taskIdentifiers
         * @phpstan-param array<string, mixed> $params
         * @phpstan-return array{status: 'SUCCESS', ...}
         * @throws PaymentGateway\Exception
         * @implementation-alias PaymentGateway::register
         */
        public function terminateTasks(array $taskIdentifiers, #[\SensitiveParameter] array $params = []): array {}

        /**
         * Leaves out one payment of a task, by its number. (BPC documentation: Recurring tasks, skip payment.)
         *
         * @phpstan-param array{taskUuid?: string, merchantTaskUuid?: string, merchantLogin?: string} $taskIdentifier
         * @phpstan-param array<string, mixed> $params
         * @phpstan-return array{status: 'SUCCESS', task: array<string, mixed>, ...}
         * @throws PaymentGateway\Exception
         * @implementation-alias PaymentGateway::register
         */
        public function skipTaskPayment(array $taskIdentifier, int $paymentNumber, #[\SensitiveParameter] array $params = []): array {}

        public function call(string $method, #[\SensitiveParameter] array $params = []): array {}
    }
}

namespace PaymentGateway {
    /**
     * The orderStatus of a status reply: OrderStatus::tryFrom($status['orderStatus']), which is null for a number that
     * no document knows.
     */
    enum OrderStatus: int
    {
        /** Registered, not paid. */
        case Created = 0;

        /** The amount is held; nothing is captured yet. */
        case Approved = 1;

        /** Captured: paid. How much of the hold, paymentAmountInfo.depositedAmount says. */
        case Deposited = 2;

        /** The hold was given back; also the end of an order with the feature VERIFY. */
        case Reversed = 3;

        /** Refunded, in part or whole. */
        case Refunded = 4;

        /** The payer is with the issuer's 3-D Secure: not a failure. */
        case AuthorizationInitialized = 5;

        /** Declined, or its lifetime ended. */
        case Declined = 6;

        /** Waiting for the payment. */
        case Pending = 7;

        /** Captured in part; more may be captured. */
        case PartlyDeposited = 8;

        /** Captured, and nothing of it refunded. A hold is not a payment. */
        public function isPaid(): bool {}

        /** Money is held that a deposit can capture. */
        public function isHeld(): bool {}

        /** Asking again will tell nothing new, unless the shop itself does something: also true of what is paid. */
        public function isFinal(): bool {}
    }

    /** What every exception of this extension tells. */
    interface Exception extends \Throwable
    {
        /** The method that was called, or the path given to call(). */
        public function getMethod(): string;

        /** The gateway's errorCode; null when it sent none. */
        public function getErrorCode(): ?int;

        /** The bank's actionCode; null when the reply has none. */
        public function getActionCode(): ?int;

        /** The HTTP status of the answer; 0 when there was none. */
        public function getHttpStatus(): int;

        /** The gateway's reply; null when there was none, or it was not a JSON object. */
        public function getReply(): ?array;

        /**
         * The beginning of an answer that was not a JSON object, such as a firewall's page with the support id that
         * banks ask for: without tags, control characters and the secrets of the call. Null when there is none.
         */
        public function getReplyExcerpt(): ?string;

        /** True exactly when money may have moved and nobody knows: ask the order's status before doing anything. */
        public function isOutcomeUnknown(): bool;

        /** True when the same call may safely be sent again, and may then succeed. */
        public function isRetriable(): bool;
    }

    /** The gateway answered with an errorCode, or declined. */
    class GatewayException extends \RuntimeException implements Exception
    {
        protected string $method = "";
        protected ?int $errorCode = null;
        protected ?int $actionCode = null;
        protected int $httpStatus = 0;
        protected ?array $reply = null;
        protected ?string $replyExcerpt = null;
        protected bool $outcomeUnknown = false;
        protected bool $retriable = false;

        public function getMethod(): string {}
        public function getErrorCode(): ?int {}
        public function getActionCode(): ?int {}
        public function getHttpStatus(): int {}
        public function getReply(): ?array {}
        public function getReplyExcerpt(): ?string {}
        public function isOutcomeUnknown(): bool {}
        public function isRetriable(): bool {}
    }

    /** The orderNumber is already registered. */
    class DuplicateOrderException extends GatewayException {}

    /** The gateway does not know the order. */
    class OrderNotFoundException extends GatewayException {}

    /** Wrong credentials, a missing permission, or a value that the gateway files under the same errorCode. */
    class AccessDeniedException extends GatewayException {}

    /** The gateway refused a parameter. */
    class InvalidRequestException extends GatewayException {}

    /**
     * The order's state or its sums do not allow the operation. The gateway files failures of its own under the same
     * errorCode (7): when the state should have allowed it, ask the status before repeating.
     */
    class InvalidStateException extends GatewayException {}

    /** The binding does not exist, or its state does not allow the operation. */
    class BindingException extends GatewayException {}

    /** The payment was declined; getActionCode() may say why. */
    class DeclinedException extends GatewayException {}

    /** The gateway's own failure: ask the status. */
    class SystemErrorException extends GatewayException {}

    /** No answer came. */
    class TransportException extends \RuntimeException implements Exception
    {
        protected string $method = "";
        protected ?int $errorCode = null;
        protected ?int $actionCode = null;
        protected int $httpStatus = 0;
        protected ?array $reply = null;
        protected ?string $replyExcerpt = null;
        protected bool $outcomeUnknown = false;
        protected bool $retriable = false;

        /** @implementation-alias PaymentGateway\GatewayException::getMethod */
        public function getMethod(): string {}
        /** @implementation-alias PaymentGateway\GatewayException::getErrorCode */
        public function getErrorCode(): ?int {}
        /** @implementation-alias PaymentGateway\GatewayException::getActionCode */
        public function getActionCode(): ?int {}
        /** @implementation-alias PaymentGateway\GatewayException::getHttpStatus */
        public function getHttpStatus(): int {}
        /** @implementation-alias PaymentGateway\GatewayException::getReply */
        public function getReply(): ?array {}
        /** @implementation-alias PaymentGateway\GatewayException::getReplyExcerpt */
        public function getReplyExcerpt(): ?string {}
        /** @implementation-alias PaymentGateway\GatewayException::isOutcomeUnknown */
        public function isOutcomeUnknown(): bool {}
        /** @implementation-alias PaymentGateway\GatewayException::isRetriable */
        public function isRetriable(): bool {}
    }

    /** The gateway, or the proxy, could not be reached: nothing was sent. */
    class ConnectException extends TransportException {}

    /** TLS failed, most often over a certificate: nothing was sent. */
    class TlsException extends TransportException {}

    /** The time was up, while connecting or while waiting for the answer. */
    class TimeoutException extends TransportException {}

    /** An answer came that is not the gateway's JSON. */
    class ReplyException extends \RuntimeException implements Exception
    {
        protected string $method = "";
        protected ?int $errorCode = null;
        protected ?int $actionCode = null;
        protected int $httpStatus = 0;
        protected ?array $reply = null;
        protected ?string $replyExcerpt = null;
        protected bool $outcomeUnknown = false;
        protected bool $retriable = false;

        /** @implementation-alias PaymentGateway\GatewayException::getMethod */
        public function getMethod(): string {}
        /** @implementation-alias PaymentGateway\GatewayException::getErrorCode */
        public function getErrorCode(): ?int {}
        /** @implementation-alias PaymentGateway\GatewayException::getActionCode */
        public function getActionCode(): ?int {}
        /** @implementation-alias PaymentGateway\GatewayException::getHttpStatus */
        public function getHttpStatus(): int {}
        /** @implementation-alias PaymentGateway\GatewayException::getReply */
        public function getReply(): ?array {}
        /** @implementation-alias PaymentGateway\GatewayException::getReplyExcerpt */
        public function getReplyExcerpt(): ?string {}
        /** @implementation-alias PaymentGateway\GatewayException::isOutcomeUnknown */
        public function isOutcomeUnknown(): bool {}
        /** @implementation-alias PaymentGateway\GatewayException::isRetriable */
        public function isRetriable(): bool {}
    }

    /** HTTP 429: the gateway took too many calls and did not handle this one. */
    class RateLimitException extends ReplyException {}

    /** Refused before anything was sent. */
    class ArgumentException extends \InvalidArgumentException implements Exception
    {
        protected string $method = "";
        protected ?int $errorCode = null;
        protected ?int $actionCode = null;
        protected int $httpStatus = 0;
        protected ?array $reply = null;
        protected ?string $replyExcerpt = null;
        protected bool $outcomeUnknown = false;
        protected bool $retriable = false;

        /** @implementation-alias PaymentGateway\GatewayException::getMethod */
        public function getMethod(): string {}
        /** @implementation-alias PaymentGateway\GatewayException::getErrorCode */
        public function getErrorCode(): ?int {}
        /** @implementation-alias PaymentGateway\GatewayException::getActionCode */
        public function getActionCode(): ?int {}
        /** @implementation-alias PaymentGateway\GatewayException::getHttpStatus */
        public function getHttpStatus(): int {}
        /** @implementation-alias PaymentGateway\GatewayException::getReply */
        public function getReply(): ?array {}
        /** @implementation-alias PaymentGateway\GatewayException::getReplyExcerpt */
        public function getReplyExcerpt(): ?string {}
        /** @implementation-alias PaymentGateway\GatewayException::isOutcomeUnknown */
        public function isOutcomeUnknown(): bool {}
        /** @implementation-alias PaymentGateway\GatewayException::isRetriable */
        public function isRetriable(): bool {}
    }

    /**
     * What PaymentGateway::batch() gives: walked once, it makes the calls and yields what became of each.
     *
     * @strict-properties
     * @not-serializable
     */
    final class Batch implements \Iterator
    {
        /** @implementation-alias PaymentGateway\Money::__construct */
        private function __construct() {}

        public function rewind(): void {}

        public function valid(): bool {}

        public function key(): mixed {}

        /** A reply, or the exception of a call that failed. */
        public function current(): mixed {}

        public function next(): void {}
    }

    /**
     * Decimal texts to minor units (kopecks, tiyins, cents) and back, by the exponent that ISO 4217 gives the currency.
     *
     * A currency is its alphabetic code in either case ('KZT'), its number as three digits ('398', '012'), or its
     * number as an int (398, 12). The current list counts: withdrawn codes (810, BGN) and codes without an exponent
     * (XAU) are refused.
     */
    final class Money
    {
        private function __construct() {}

        /**
         * "1234.50" to 123450. Decimals may be fewer than the currency's ("1.5" is 150), not more, zeros included.
         *
         * Refused: signs, exponents, spaces and separators, digits that are not ASCII, ".5", "5.", leading zeros
         * ("007" may be octal, padded or a typing error; "0.07" is fine), and what has more than 12 digits of minor
         * units.
         *
         * @param string $amount a string and nothing else: an int or a float is a TypeError, in strict mode or not
         * @param string|int $currency
         * @return int minor units, 0 to 999999999999
         * @throws ArgumentException
         */
        public static function toMinorUnits(string $amount, string|int $currency): int {}

        /**
         * 123450 to "1234.50": always as many decimals as the currency has; negative amounts begin with "-".
         *
         * @param int $minorUnits an int and nothing else: a float or a string is a TypeError, in strict mode or not
         * @param string|int $currency
         * @throws ArgumentException
         */
        public static function toDecimal(int $minorUnits, string|int $currency): string {}
    }

    /**
     * Carts: an array of a shop's lines in, the gateway's orderBundle out, in integers only.
     *
     * Of a line: name has 1 to 255 characters; quantity is more than 0, an int or a decimal string with at most 3
     * decimals ("0.333"), never a float; price is that of one unit, amount that of the whole line, in minor units, and
     * a line has one of the two; code is the itemCode, 1 to 100 characters; measure has 1 to 20 characters, such as
     * 'pcs' or an FFD 1.2 code; currency is as in Money, and sent as three digits; tax is as the gateway takes it;
     * details and attributes are name => value, sent as texts; extra has further fields of the item, by the gateway's names.
     *
     * @phpstan-type CartLine array{name: string, quantity: int|string, price?: int, amount?: int, code?: string|int, measure?: string|int, currency?: string|int, tax?: array<string, mixed>, details?: array<string, string|int>, attributes?: array<string, mixed>, extra?: array<string, mixed>}
     * @phpstan-type CartShipping array{name: string, amount: int, code?: string|int, measure?: string|int, currency?: string|int, tax?: array<string, mixed>, details?: array<string, string|int>, attributes?: array<string, mixed>, extra?: array<string, mixed>}
     * @phpstan-type CartOptions array{amount?: int, discount?: int, shipping?: CartShipping, prices?: bool, measure?: string|int, customer?: array<string, mixed>, created?: string, extra?: array<string, mixed>}
     */
    final class Cart
    {
        /** @implementation-alias PaymentGateway\Money::__construct */
        private function __construct() {}

        /**
         * The array for `orderBundle`. Its lines always sum to the order's amount, and where a line has both itemPrice
         * and itemAmount, the amount is exactly price times quantity. Its `cartItems` is the array for depositItems
         * and refundItems. Null is the same as absent.
         *
         * A price times a fraction of a unit is rounded half up to whole minor units. The discount is spread over the
         * lines, the shipping aside, in proportion to their amounts by the largest-remainder method.
         *
         * itemPrice is given where it is exact and left out where it is not: 3 pieces for 100.00. With
         * `prices` => true, for receipts that demand one, such a line becomes two, whose prices differ by one minor
         * unit: 2 at 33.33 and 1 at 33.34. A fraction of a unit may have no exact price, such as 0.333 for 43.26: that
         * is refused then, and can be sold as quantity 1 with the weight in its name. A taxSum is refused in a line
         * that the discount or the split would make wrong.
         *
         * Options: amount (the order's amount, compared with the sum), discount (minor units), shipping (becomes the
         * last line), prices (see above), measure (of lines without one; 'pcs'), customer (customerDetails), created
         * (orderCreationDate, yyyy-MM-ddTHH:mm:ss), extra (further fields of the bundle, by the gateway's names).
         *
         * @param CartLine[] $lines
         * @param CartOptions $options
         * @return array<string, mixed>
         * @throws ArgumentException it names the line, from 1, and the field
         */
        public static function bundle(array $lines, array $options = []): array {}

        /**
         * The sum of a bundle's itemAmounts, in minor units: the order's amount. Takes an orderBundle, or the
         * cartItems of one.
         *
         * @param array $orderBundle
         * @throws ArgumentException
         */
        public static function sum(array $orderBundle): int {}
    }
}
