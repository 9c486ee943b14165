<?php

/**
 * @generate-class-entries
 * @generate-legacy-arginfo 80200
 */

namespace {
    /**
     * One account at an RBS/BPC payment gateway.
     *
     * Replies are returned as the gateway's own arrays. Amounts are ints in minor units (kopecks, tiyins, cents). Every
     * failure is a PaymentGateway\Exception.
     *
     * @strict-properties
     * @not-serializable
     */
    class PaymentGateway
    {
        /**
         * Takes either userName and password, or token: the Open ID token, which may be public. Only register,
         * registerPreAuth, getOrderStatusExtended (by orderId), instantPayment, motoPayment, continue3ds, verifyCard and
         * installmentPayment accept a token; applePay, googlePay and samsungPay are sent without credentials.
         *
         * Options: timeout (of the whole call including retries, seconds as int or float; 30), connectTimeout (5),
         * retries (of reads, and of refunds with an externalRefundId; 2), caFile (a PEM file), clientCertificate,
         * clientKey and clientKeyPassword (PEM files), proxy (a URL), interface (a network interface or an address of
         * this host), ipResolve ('v4' or 'v6'), language and currency (defaults for the calls that take them), dialect
         * ('classic' or 'sberbank'), timezone (a DateTimeZone or what its constructor takes; DateTimeInterface
         * parameters are sent in it; UTC), signatureKey (an RSA private key as PEM text: with it every call is
         * signed by the headers X-Hash and X-Signature) and signatureKeyPassword (if the key is encrypted),
         * extraParameters (true allows unknown parameters), logger (a callable that takes one array, or a PSR-3 logger;
         * called for each attempt of a call, without secrets).
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
         * Creates a client for a bank, named as in banks(), with its base URI, dialect, time zone and token rules.
         * Options override them. The constructor of a subclass is not called.
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
         * What the banks publish, by name: the base URI, the dialect, the time zone of dates (null: not published, so
         * dates must be strings unless the option timezone is given), whether every method accepts a token, and the
         * source.
         *
         * @phpstan-return array<string, array{baseUri: string, dialect: string, timezone: ?string, tokenEverywhere: bool, source: string}>
         */
        public static function banks(): array {}

        /**
         * Makes many calls at once. `$calls` yields key => [method, arguments], with the arguments as for
         * call_user_func_array(). The result yields key => reply, or the exception of a failed call, as calls finish,
         * or in the order of `$calls` with `$keepOrder`. At most `$concurrency` calls (1 to 1024) are read ahead and in
         * flight.
         *
         * An exception that `$calls` throws is rethrown after the calls in flight. Leaving the loop gives up the calls
         * in flight: the outcome of a call whose key was not yielded is unknown. Time spent in the loop body does not
         * count towards the timeouts. The result can be iterated once, and not in a forked child.
         *
         * Overridden methods of a subclass are not called. In a test, a mock of batch() may return any Iterator, such as
         * an ArrayIterator of key => reply or exception.
         *
         * @phpstan-param iterable<mixed, array{0: string, 1?: array<int|string, mixed>}> $calls
         * @phpstan-return \Iterator<mixed, array<string, mixed>|\Throwable>
         * @throws PaymentGateway\ArgumentException
         */
        public function batch(#[\SensitiveParameter] iterable $calls, int $concurrency = 16, bool $keepOrder = false): \Iterator {}

        /** Closes the kept connections of this thread. Calls in flight continue. */
        public static function resetConnections(): void {}

        /**
         * The connections of this thread: how many are open, and since the start or the last reset how many were opened
         * and how many attempts were begun. A call has more than one if it is retried, or if the kept connection that it
         * took is found dead before anything is sent on it.
         *
         * @phpstan-return array{open: int, opened: int, requests: int}
         */
        public static function connectionStats(): array {}

        /**
         * Verifies a callback that is signed with a shared secret (HMAC-SHA256) and returns its parameters, without
         * checksum and sign_alias. Pass `$_GET` or `$_POST`, or the raw text: `$_SERVER['QUERY_STRING']` or
         * `file_get_contents('php://input')`. PHP and frameworks change some values (names with dots, trimmed or null
         * texts), and then only the raw text fits its checksum. In raw text a repeated name is refused.
         *
         * All parameters are signed, also those that are not documented. `$ownNames` are the parameters that the
         * shop's own callback address has in its query: they are not signed, and not returned. A parameter of the
         * gateway cannot be one. Values are tried as they are, then percent-decoded once more (a bank encodes Cyrillic
         * twice), and those that fit are returned.
         *
         * Returned as int, if they are decimal integers: amount, paymentAmount, feeAmount, approvedAmount,
         * depositedAmount, refundedAmount, operationRefundedAmount, depositFlag, actionCode, avsCode. status is a bool,
         * everything else a string. operation has the spelling of CallbackOperation.
         *
         * SignatureException says what is wrong. A value with a semicolon is refused if the signed text, which is
         * name;value;name;value; could be read in another way. Limits: 65,536 bytes, 256 parameters.
         *
         * @phpstan-param array<mixed>|string $callback
         * @phpstan-param string|list<string> $secrets at most 16, for live and test or while they change; all are tried
         * @phpstan-param list<string> $ownNames at most 64
         * @phpstan-return array<array-key, string|int|bool>
         * @throws PaymentGateway\SignatureException
         * @throws PaymentGateway\ArgumentException if another argument than $callback is wrong
         */
        public static function verifyCallbackHmac(#[\SensitiveParameter] array|string $callback, #[\SensitiveParameter] string|array $secrets, array $ownNames = []): array {}

        /**
         * The same of a callback that is signed with the bank's RSA key (PKCS#1 v1.5). `$pems` are public keys or
         * certificates in PEM, one in each string. Only the key of a certificate is used: it may have expired. The
         * digest depends on the key pair: 'sha512', 'sha384' or 'sha256'. sign_alias does not say which.
         *
         * @phpstan-param array<mixed>|string $callback
         * @phpstan-param string|list<string> $pems at most 16
         * @phpstan-param list<string> $ownNames at most 64
         * @phpstan-return array<array-key, string|int|bool>
         * @throws PaymentGateway\SignatureException
         * @throws PaymentGateway\ArgumentException if another argument than $callback is wrong
         */
        public static function verifyCallbackRsa(#[\SensitiveParameter] array|string $callback, #[\SensitiveParameter] string|array $pems, array $ownNames = [], string $digest = 'sha512'): array {}

        /**
         * Asks for the status of the order that an unsigned callback names, and returns that: a callback without a
         * signature, such as Sberbank's, proves nothing. `$callback` is the raw JSON body, query or form, or an array.
         * Only mdOrder and orderNumber are read. Calls getOrderStatusExtended() of the object.
         *
         * @phpstan-param array<mixed>|string $callback
         * @phpstan-return array<string, mixed> the reply of getOrderStatusExtended()
         * @throws PaymentGateway\SignatureException if there is no mdOrder, or the order has another orderNumber (then
         *                                           getReply() is the status)
         * @throws PaymentGateway\Exception
         */
        public function confirmCallback(#[\SensitiveParameter] array|string $callback): array {}

        /**
         * What the payer has to do next, from the reply to any payment: a shop with a card form of its own sends the
         * payer there, and asks the status when the payer is back. `$orderId` is the gateway's id of the order; it is
         * needed if the reply does not name the order, as that of paymentOrder().
         *
         * The spellings of all banks are read, in any case, and inside `data` as well; null and an empty text count as
         * absent. Also for the reply of an exception (getReply()): a decline may have an address too.
         *
         * @phpstan-param array<string, mixed> $reply
         * @throws PaymentGateway\ReplyException acsUrl without what belongs to it, an address that is not https (http
         *                                       of this machine aside), or not a reply to a payment
         * @throws PaymentGateway\ArgumentException orderId is needed
         */
        public static function nextStep(array $reply, ?string $orderId = null): PaymentGateway\NextStep {}

        /**
         * What brought the payer's browser to one of the shop's addresses (termUrl, threeDSVer2FinishUrl, returnUrl,
         * failUrl or threeDSMethodNotificationUrl): which order and transaction it is about, and what to call next. It
         * needs no session: a browser does not send a SameSite=Lax cookie with the bank's POST.
         *
         * Pass the raw query `$_SERVER['QUERY_STRING']` (of a doubled orderId the gateway's is taken; of `$_GET` the
         * last) and `$_POST`. Nothing of it is proven, and anyone can make it up: only the status of the order says
         * whether it is paid. Do not answer it with content: redirect by GET (303), or with html() out of a frame.
         *
         * @phpstan-param array<mixed>|string $query
         * @phpstan-param array<mixed>|string $form
         * @throws PaymentGateway\SignatureException it is longer than 1 MiB
         */
        public function payerReturn(#[\SensitiveParameter] array|string $query, #[\SensitiveParameter] array|string $form = []): PaymentGateway\PayerReturn {}

        /**
         * Ends the payment with which the payer's browser came back, if that is the shop's to do, and returns the status
         * of the order: that alone says whether it is paid. Takes what payerReturn() takes; `$orderId` and
         * `$transactionId` are what the shop itself knows, and outrank what the browser brought.
         *
         * Asks for the status first, and calls finish3dsPayment() or finish3dsVer2Payment() only while the order is open:
         * a browser that comes twice, or late, changes nothing. If the gateway refuses because another request was
         * faster, or declines, the status tells. Calls the object's own methods.
         *
         * @phpstan-param array<mixed>|string $query
         * @phpstan-param array<mixed>|string $form
         * @phpstan-return array<string, mixed> the reply of getOrderStatusExtended()
         * @throws PaymentGateway\SignatureException no order is named, or it is longer than 1 MiB
         * @throws PaymentGateway\Exception
         */
        public function confirmReturn(#[\SensitiveParameter] array|string $query, #[\SensitiveParameter] array|string $form = [], ?string $orderId = null, ?string $transactionId = null): array {}

        /**
         * The address at which the gateway itself sends the payer to the bank's page, after a payment whose next step
         * is AcsRedirect or Challenge: instead of NextStep::html(). (acsRedirect.do; classic dialect.)
         *
         * @throws PaymentGateway\ArgumentException
         */
        public function acsRedirectUrl(string $orderId): string {}

        /**
         * Encrypts a card for the parameter seToken of paymentOrder(), paymentOrderBinding(), instantPayment() and
         * instantRefund(), with the gateway's current public key. The key is asked for (se/keys.do) and kept by the PHP
         * process until it expires.
         *
         * `$card` has pan (12 to 19 digits) and expiry (YYYYMM), or bindingId; and, where they are needed, cvc, orderId
         * (not for instantPayment() and instantRefund(): there is no order yet), cardholder and registeredFrom. A token
         * is for one payment, made soon: it holds the time and a random id. With a key of 2048 bits all of it may have
         * 245 bytes.
         *
         * Encrypting on the server does not take it out of the scope of PCI DSS: only the hosted page does.
         *
         * @phpstan-param array{pan?: string|int, cvc?: string|int, expiry?: string|int, orderId?: string, bindingId?: string|int, cardholder?: string, registeredFrom?: string} $card
         * @throws PaymentGateway\Exception
         */
        public function createSeToken(#[\SensitiveParameter] array $card): string {}

        /**
         * The same with a key that the shop has: an RSA public key in PEM, with or without line breaks. Asks nobody.
         *
         * @phpstan-param array{pan?: string|int, cvc?: string|int, expiry?: string|int, orderId?: string, bindingId?: string|int, cardholder?: string, registeredFrom?: string} $card
         * @throws PaymentGateway\ArgumentException
         */
        public static function encryptSeToken(#[\SensitiveParameter] array $card, #[\SensitiveParameter] string $publicKeyPem): string {}

        /**
         * The meaning of an actionCode, in English; null if it is not documented.
         *
         * `$bank` is named as in banks(). Its own documents come first (Alfa-Bank, Sberbank), then those of the
         * platform (RBS, BPC); what only another bank documents is null. Without a bank, so is a code that the documents
         * explain differently: 2007 is an order that has expired, at Sberbank one that is paid already.
         *
         * @throws PaymentGateway\ArgumentException the bank is unknown
         */
        public static function actionCodeMeaning(int $actionCode, ?string $bank = null): ?string {}

        /**
         * Whose documents actionCodeMeaning() quotes: 'Alfa-Bank', 'BPC', 'RBS' or 'Sberbank'; null if it returns null.
         *
         * @throws PaymentGateway\ArgumentException the bank is unknown
         */
        public static function actionCodeSource(int $actionCode, ?string $bank = null): ?string {}

        public function register(string $orderNumber, int $amount, string $returnUrl, #[\SensitiveParameter] array $params = []): array {}

        /** @implementation-alias PaymentGateway::register */
        public function registerPreAuth(string $orderNumber, int $amount, string $returnUrl, #[\SensitiveParameter] array $params = []): array {}

        /**
         * Captures a hold. 0 captures the whole hold, or what is left of it.
         *
         * @implementation-alias PaymentGateway::register
         */
        public function deposit(string $orderId, int $amount = 0, #[\SensitiveParameter] array $params = []): array {}

        /** @implementation-alias PaymentGateway::register */
        public function reverse(string $orderId, #[\SensitiveParameter] array $params = []): array {}

        /** @implementation-alias PaymentGateway::register */
        public function refund(string $orderId, int $amount, #[\SensitiveParameter] array $params = []): array {}

        /**
         * Refunds a part of a paid order by sum, with a receipt of one line, whatever its cart: `name`, `itemCode`,
         * `taxType` and `additionalOfdParams` in `$params` are that line's. For shops that print receipts through the
         * gateway. The reply and the errors are those of refund(). (Classic RBS and Alfa-Bank documents:
         * processRawSumRefund.do.)
         *
         * @phpstan-param int $amount minor units, not 0
         * @phpstan-param array<string, mixed> $params
         * @phpstan-return array<string, mixed> errorCode 0
         * @throws PaymentGateway\Exception
         * @implementation-alias PaymentGateway::register
         */
        public function processRawSumRefund(string $orderId, int $amount, #[\SensitiveParameter] array $params = []): array {}

        /**
         * Refunds a part of one position of the order's cart, named by its positionId there, with a receipt of that
         * line. The reply and the errors are those of refund(). (Classic RBS and Alfa-Bank documents:
         * processRawPositionRefund.do.)
         *
         * @phpstan-param int $amount minor units, not 0
         * @phpstan-param array<string, mixed> $params
         * @phpstan-return array<string, mixed> errorCode 0
         * @throws PaymentGateway\Exception
         * @implementation-alias PaymentGateway::register
         */
        public function processRawPositionRefund(string $orderId, int $amount, int $positionId, #[\SensitiveParameter] array $params = []): array {}

        /**
         * The same inside an order. (Classic RBS and Alfa-Bank documents: processRawPositionOrderRefund.do. They
         * publish no table: its parameters are taken to be those of processRawPositionRefund().)
         *
         * @phpstan-param int $amount minor units, not 0
         * @phpstan-param array<string, mixed> $params
         * @phpstan-return array<string, mixed> errorCode 0
         * @throws PaymentGateway\Exception
         * @implementation-alias PaymentGateway::register
         */
        public function processRawPositionOrderRefund(string $orderId, int $amount, int $positionId, #[\SensitiveParameter] array $params = []): array {}

        /** @implementation-alias PaymentGateway::register */
        public function instantRefund(int $amount, #[\SensitiveParameter] array $params): array {}

        /** @implementation-alias PaymentGateway::register */
        public function decline(string $orderId, string $orderNumber, #[\SensitiveParameter] array $params = []): array {}

        /**
         * Gives a payment back, as the cancel button of the merchant portal does. A hold is reversed. A captured
         * payment is reversed if the gateway still allows it; otherwise it is refunded in full. For an order in status
         * 8 the captured part is refunded and the rest stays held.
         *
         * Asks for the status first. The refund carries expectedDepositedAmount, in dialects that have it, so that the
         * gateway refuses it if the order has changed in between. `$params` are passed to the refund: with an
         * externalRefundId there, repeating cancel() after an unknown outcome is safe.
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

        /**
         * The orders of a period, page by page, each as getOrderStatusExtended() shows it. `$params` must hold `from` and
         * `to` (yyyyMMddHHmmss, or DateTimeInterface, which is sent in the time zone of the gateway), `size` of a page
         * (at most 200), `transactionStates` (CREATED, APPROVED, DEPOSITED, DECLINED, REVERSED and REFUNDED, separated
         * by commas) and `merchants` (logins, separated by commas; '' is all that the account may see). The first
         * `page` is 0. The period is that of the payments; with `searchByCreatedDate` => true that of the
         * registrations, otherwise there are no orders that were not paid. (Classic RBS and Alfa-Bank documents:
         * getLastOrdersForMerchants.do.)
         *
         * @phpstan-param array{from: string|int|\DateTimeInterface, to: string|int|\DateTimeInterface, size: int|string, transactionStates: string, merchants: string, page?: int|string, searchByCreatedDate?: bool, language?: string} $params
         * @phpstan-return array{orderStatuses: list<array<string, mixed>>, totalCount?: int, page?: int, pageSize?: int, ...}
         * @throws PaymentGateway\Exception
         * @implementation-alias PaymentGateway::register
         */
        public function getLastOrdersForMerchants(#[\SensitiveParameter] array $params): array {}

        /**
         * The fiscal receipts of an order, or one of them: `uuid` in `$params`, at Sberbank `receiptId`. In the classic
         * dialect `receipt` is a list whose receiptStatus is 0 (payment sent), 1 (payment delivered), 2 (payment
         * error), 3 to 5 (the same of a refund). At Sberbank it is `receipts`, with receiptStatus 0 (undefined), 1
         * (waiting), 2 (sent), 3 (done), 4 (error), 5 (not sent), 6 (wrong data); `receiptStatus` in `$params` asks for
         * one of them only. (Classic RBS documents: getReceiptStatus.do; Sberbank's description 1.0.7:
         * ofd/v1/getReceiptStatus.)
         *
         * @phpstan-param array{uuid?: string, receiptId?: string, receiptStatus?: int, language?: string} $params
         * @phpstan-return array<string, mixed>
         * @throws PaymentGateway\Exception
         * @implementation-alias PaymentGateway::register
         */
        public function getReceiptStatus(?string $orderId = null, ?string $orderNumber = null, #[\SensitiveParameter] array $params = []): array {}

        /** @implementation-alias PaymentGateway::register */
        public function paymentOrder(string $orderId, #[\SensitiveParameter] array $params): array {}

        /**
         * Pays a registered order with a stored card. `tii` says who initiates the payment: F the payer, who chose the
         * card; U, R and I (unscheduled, recurrent, instalment) the merchant, and then `cvc` is not allowed. An
         * instalment with 3-D Secure initiated by the merchant (initThreeDSReqPrior… in jsonParams) needs
         * `installments` and `totalInstallmentAmount` there. (BPC documentation: Payment by a stored credential.)
         *
         * @phpstan-param array<string, mixed> $params
         * @phpstan-return array<string, mixed> redirect, or acsUrl and its like
         * @throws PaymentGateway\Exception
         * @implementation-alias PaymentGateway::register
         */
        public function paymentOrderBinding(string $orderId, string $bindingId, #[\SensitiveParameter] array $params = []): array {}

        /**
         * Registers an order and pays it in one request. `$params` must hold a card (`pan`, `expiry` as YYYYMM, `cvc`,
         * `cardholderName`), a stored card (`bindingId`) or encrypted card data (`seToken`).
         *
         * A reply with `acsUrl`, or the first reply of 3-D Secure 2, is returned as an array: redirect the payer, or
         * call again with `threeDSServerTransId` and `threeDSVer2MdOrder`. Give an `orderNumber`, so that you can ask
         * for the status if the reply is lost. `preAuth` => true only holds the amount; the merchant cannot initiate a
         * hold (tii R, U, I). (BPC documentation: Instant payment.)
         *
         * @phpstan-param int $amount minor units; 0 only with the feature VERIFY
         * @phpstan-param array<string, mixed> $params
         * @phpstan-return array<string, mixed> orderId, orderStatus (with capitalised fields), or acsUrl and its like
         * @throws PaymentGateway\Exception
         * @implementation-alias PaymentGateway::register
         */
        public function instantPayment(int $amount, string $returnUrl, #[\SensitiveParameter] array $params): array {}

        /**
         * Pays a new order with the card of an earlier one, `$orderId`, without the payer, as the card schemes allow it
         * in some trades. `$tii` says why: IPI adds to the earlier payment on the same day, IPD is a delayed charge, IPN
         * a no-show; these need `amount` (minor units) in `$params`. IPS submits a payment that failed once more, IPA
         * authorises it again; their amount is that of the earlier order, and must not be given. The earlier payment
         * must have been made by the payer with 3-D Secure 2. What IPI took is refunded from the earlier order. Needs a
         * permission. (BPC documentation: Payment for an Industry Practice transaction order.)
         *
         * errorCode 5 with an actionCode is a DeclinedException; without one an InvalidStateException: the earlier
         * order does not allow it.
         *
         * @phpstan-param 'IPI'|'IPS'|'IPD'|'IPA'|'IPN' $tii
         * @phpstan-param array<string, mixed> $params
         * @phpstan-return array<string, mixed> mdOrder (the new order's id), actionCode, approvalCode, rrn
         * @throws PaymentGateway\Exception
         * @implementation-alias PaymentGateway::register
         */
        public function industryPracticePayment(string $orderId, string $orderNumber, string $tii, #[\SensitiveParameter] array $params = []): array {}

        /**
         * Goes on with a payment after the first answer of 3-D Secure 2 (NextStep: Method), instead of repeating it with
         * threeDSServerTransId: no card data is needed a second time. The reply has the next step. (BPC documentation:
         * 3ds/continue.do; classic dialect.)
         *
         * @phpstan-param array<string, mixed> $params
         * @phpstan-return array<string, mixed> for nextStep()
         * @throws PaymentGateway\Exception
         * @implementation-alias PaymentGateway::register
         */
        public function continue3ds(string $orderId, #[\SensitiveParameter] array $params = []): array {}

        /**
         * Goes on with a payment after the method of the card's bank: `$threeDSCompInd` is 'Y' if the shop's
         * threeDSMethodNotificationUrl was called, 'N' after ten seconds without. The reply has the next step.
         * (Sberbank, OpenAPI 1.0.7: finish3dsMethod.do; only there.)
         *
         * @phpstan-param 'Y'|'N' $threeDSCompInd
         * @phpstan-param array<string, mixed> $params
         * @phpstan-return array<string, mixed> for nextStep()
         * @throws PaymentGateway\Exception
         * @implementation-alias PaymentGateway::register
         */
        public function finish3dsMethod(string $orderId, string $threeDSServerTransId, string $threeDSCompInd, #[\SensitiveParameter] array $params = []): array {}

        /**
         * Ends a payment with what the card's bank answered: `$params` has paRes (3-D Secure 1), or at Sberbank cRes
         * (3-D Secure 2) in its place. Needed where the bank agreed that the payer comes back to the shop, and not to
         * the gateway. The status of the order says whether it is paid. (Classic RBS documents and Sberbank, OpenAPI
         * 1.0.7: finish3dsPayment.do.)
         *
         * @phpstan-param array<string, mixed> $params
         * @phpstan-return array<string, mixed> redirect: where the gateway would send the payer
         * @throws PaymentGateway\Exception
         * @implementation-alias PaymentGateway::register
         */
        public function finish3dsPayment(string $orderId, #[\SensitiveParameter] array $params): array {}

        /**
         * Ends a payment of 3-D Secure 2 whose first call named a threeDSVer2FinishUrl, when the payer is back there.
         * For instantPayment() and verifyCard() `$params` has threeDSVer2MdOrder, the id of the order. The status of
         * the order says whether it is paid. (BPC documentation: finish3dsVer2Payment.do; classic dialect.)
         *
         * @phpstan-param array<string, mixed> $params
         * @phpstan-return array<string, mixed> redirect: where the gateway would send the payer
         * @throws PaymentGateway\Exception
         * @implementation-alias PaymentGateway::register
         */
        public function finish3dsVer2Payment(string $threeDSServerTransId, #[\SensitiveParameter] array $params = []): array {}

        /**
         * Checks a card by an order that is reversed at once: nothing is charged, also with an amount other than 0.
         * `$params` has pan, expiry, cvc and cardholderName; in the second call of 3-D Secure 2 also
         * threeDSServerTransId and threeDSVer2MdOrder. (BPC documentation: verifyCard.do; classic dialect.)
         *
         * @phpstan-param int $amount minor units
         * @phpstan-param array<string, mixed> $params
         * @phpstan-return array<string, mixed> orderId, actionCode 0; or for nextStep()
         * @throws PaymentGateway\Exception
         * @implementation-alias PaymentGateway::register
         */
        public function verifyCard(int $amount, #[\SensitiveParameter] array $params): array {}

        /**
         * Does the card take part in 3-D Secure? (Classic RBS documents: verifyEnrollment.do; classic dialect.)
         *
         * @phpstan-param array<string, mixed> $params
         * @phpstan-return array<string, mixed> enrolled (at some banks isEnrolled): 'Y', 'N' or 'U'; emitterName,
         *                                      emitterCountryCode
         * @throws PaymentGateway\Exception
         * @implementation-alias PaymentGateway::register
         */
        public function verifyEnrollment(#[\SensitiveParameter] string $pan, #[\SensitiveParameter] array $params = []): array {}

        /**
         * Registers and pays an order placed by mail or telephone. `$params` must hold `pan`, `expiry` (YYYYMM) and
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
         * Charges a stored card again, without the payer. An orderNumber that exists already is a
         * DuplicateOrderException, as elsewhere, although its errorCode is 10 here. (BPC documentation: Recurrent
         * payment.)
         *
         * @phpstan-param int $amount minor units; 0 only with the feature VERIFY
         * @phpstan-param array<string, mixed> $params
         * @phpstan-return array{success: true, data: array{orderId: string}, ...} and orderStatus
         * @throws PaymentGateway\Exception
         * @implementation-alias PaymentGateway::register
         */
        public function recurrentPayment(string $orderNumber, string $bindingId, int $amount, #[\SensitiveParameter] array $params = []): array {}

        /**
         * Charges the next instalment to a stored card. (BPC documentation: Installment payment.)
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
         * Pays with the token that Apple Pay gave the shop: PKPaymentToken.paymentData in Base64. The token contains
         * the amount. The merchant is identified by login and no password is sent, so a client with a token can be
         * used. `preAuth` => true only holds the amount. (BPC documentation: Apple Pay.)
         *
         * All wallet methods: success: false is an exception according to the errorCodes of the method (1:
         * DeclinedException), and so is a reply whose order is declined. Without data.orderId the outcome is unknown.
         *
         * @phpstan-param array<string, mixed> $params
         * @phpstan-return array{success: true, data: array{orderId: string, ...}, ...}
         * @throws PaymentGateway\Exception
         * @implementation-alias PaymentGateway::register
         */
        public function applePay(string $merchant, string $orderNumber, #[\SensitiveParameter] string $paymentToken, #[\SensitiveParameter] array $params = []): array {}

        /**
         * Pays with an Apple Pay token that the shop has decrypted: its JSON in Base64. Sent with credentials. (BPC
         * documentation: Apple Pay, direct.)
         *
         * @phpstan-param array<string, mixed> $params
         * @phpstan-return array{success: true, data: array{orderId: string, ...}, ...}
         * @throws PaymentGateway\Exception
         * @implementation-alias PaymentGateway::register
         */
        public function applePayDirect(string $orderNumber, #[\SensitiveParameter] string $paymentToken, #[\SensitiveParameter] array $params = []): array {}

        /**
         * Pays with the token that Google Pay gave the shop, in Base64. The merchant is identified by login and no
         * password is sent. If the token contains a card number, 3-D Secure follows: a reply with data.acsUrl, or the
         * first reply of 3-D Secure 2, is returned as an array. (BPC documentation: Google Pay.)
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
         * Pays with a Google Pay token that the shop has decrypted. Sent with credentials. (BPC documentation: Google
         * Pay, direct.)
         *
         * @phpstan-param int $amount minor units; 0 only with the feature VERIFY
         * @phpstan-param array<string, mixed> $params
         * @phpstan-return array{success: true, data: array{orderId: string, ...}, ...}
         * @throws PaymentGateway\Exception
         * @implementation-alias PaymentGateway::register
         */
        public function googlePayDirect(string $orderNumber, #[\SensitiveParameter] string $paymentToken, int $amount, string $returnUrl, #[\SensitiveParameter] array $params = []): array {}

        /**
         * Pays with the content of 3ds.data of Samsung Pay, in Base64. The merchant is identified by login and no
         * password is sent. (BPC documentation: Samsung Pay.)
         *
         * @phpstan-param array<string, mixed> $params
         * @phpstan-return array{success: true, data: array{orderId: string, ...}, ...}
         * @throws PaymentGateway\Exception
         * @implementation-alias PaymentGateway::register
         */
        public function samsungPay(string $merchant, string $orderNumber, #[\SensitiveParameter] string $paymentToken, #[\SensitiveParameter] array $params = []): array {}

        /**
         * Pays with decrypted data of Samsung Pay. Sent with credentials. (BPC documentation: Samsung Pay, direct.)
         *
         * @phpstan-param array<string, mixed> $params
         * @phpstan-return array{success: true, data: array{orderId: string, ...}, ...}
         * @throws PaymentGateway\Exception
         * @implementation-alias PaymentGateway::register
         */
        public function samsungPayDirect(string $merchant, string $orderNumber, #[\SensitiveParameter] string $paymentToken, #[\SensitiveParameter] array $params = []): array {}

        /**
         * Pays with a Mir Pay token. (RBS libraries; its parameters are not published.)
         *
         * @phpstan-param int $amount minor units; 0 only with the feature VERIFY
         * @phpstan-param array<string, mixed> $params
         * @phpstan-return array{success: true, data: array{orderId: string, ...}, ...}
         * @throws PaymentGateway\Exception
         * @implementation-alias PaymentGateway::register
         */
        public function mirPay(string $orderNumber, int $amount, #[\SensitiveParameter] string $paymentToken, #[\SensitiveParameter] array $params = []): array {}

        /**
         * Pays with a Mir Pay token that the shop has decrypted. (Sberbank's description 1.0.7: mir/paymentDirect.do.)
         *
         * @phpstan-param int $amount minor units; 0 only with the feature VERIFY
         * @phpstan-param array<string, mixed> $params
         * @phpstan-return array{success: true, data: array{orderId: string, ...}, ...}
         * @throws PaymentGateway\Exception
         * @implementation-alias PaymentGateway::register
         */
        public function mirPayDirect(string $orderNumber, int $amount, #[\SensitiveParameter] string $paymentToken, #[\SensitiveParameter] array $params = []): array {}

        /**
         * Pays with a network token and its cryptogram. A reply with data.acsUrl, or the first reply of 3-D Secure 2,
         * is returned as an array; the second call repeats the first one with `orderId` and `threeDSServerTransId`.
         * `jsonParams` is name => value, as everywhere. (BPC documentation: Payment by token.)
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
         * Asks the payer to pay a registered order in Sberbank's app. Sberbank only. (Sberbank's description 1.0.7:
         * paymentSberPay.do.)
         *
         * @phpstan-param string $phone 7 to 11 digits
         * @phpstan-param array<string, mixed> $params
         * @phpstan-return array<string, mixed> errorCode "0"; ask for the status to learn the result
         * @throws PaymentGateway\Exception
         * @implementation-alias PaymentGateway::register
         */
        public function paymentSberPay(string $orderId, string $phone, #[\SensitiveParameter] array $params = []): array {}

        /**
         * Pays a registered order by a subscription in the Faster Payments System. Sberbank only. (Sberbank's
         * description 1.0.7: paymentOrderBySubscription.)
         *
         * @phpstan-param string $subscriptionId 32 characters
         * @phpstan-param string $memberId the bank's 12 digits
         * @phpstan-param array<string, mixed> $params
         * @phpstan-return array<string, mixed> errorCode "0"; ask for the status to learn the result
         * @throws PaymentGateway\Exception
         * @implementation-alias PaymentGateway::register
         */
        public function paymentOrderBySubscription(string $orderId, string $subscriptionId, string $memberId, #[\SensitiveParameter] array $params = []): array {}

        /**
         * Captures a hold that was paid with bonus points as well: `compositeAmount` in `$params` is money and points
         * together, in minor units; without it the whole hold. Sberbank only. (Sberbank's description 1.0.7:
         * autoCompletion.)
         *
         * @phpstan-param array{compositeAmount?: int, language?: string, orderBundle?: array<string, mixed>} $params
         * @phpstan-return array<string, mixed> errorCode "0"
         * @throws PaymentGateway\Exception
         * @implementation-alias PaymentGateway::register
         */
        public function autoCompletion(string $orderId, #[\SensitiveParameter] array $params = []): array {}

        /**
         * Refunds money and bonus points together. An `externalRefundId` in `jsonParams` is sent, but does not make the
         * call safe to retry: no document says what a repeated one does. Sberbank only. (Sberbank's description 1.0.7:
         * autoRefund.)
         *
         * @phpstan-param int $compositeAmount minor units, not 0
         * @phpstan-param array<string, mixed> $params
         * @phpstan-return array<string, mixed> errorCode "0"
         * @throws PaymentGateway\Exception
         * @implementation-alias PaymentGateway::register
         */
        public function autoRefund(string $orderId, int $compositeAmount, #[\SensitiveParameter] array $params = []): array {}

        /** @implementation-alias PaymentGateway::register */
        public function getBindings(string $clientId, #[\SensitiveParameter] array $params = []): array {}

        /**
         * The bindings of a client, those of child merchants included. (Classic RBS documents: getAllBindings.do. They
         * publish no table: its parameters are taken to be those of getBindings().)
         *
         * @phpstan-param array<string, mixed> $params
         * @phpstan-return array{bindings: list<array<string, mixed>>, ...}
         * @throws PaymentGateway\Exception
         * @implementation-alias PaymentGateway::register
         */
        public function getAllBindings(string $clientId, #[\SensitiveParameter] array $params = []): array {}

        /**
         * The bindings of a card, or of the card of a binding; if both are given, the card is used. If there are none,
         * the list is empty.
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
         * Adds the card of an order to the merchant's list of cards that may pay without 3-D Secure. A card that is in
         * the list already is errorCode 6, an InvalidStateException: calling again after an unknown outcome tells.
         * (Classic RBS documents: updateSSLCardList.do.)
         *
         * @phpstan-param array<string, mixed> $params
         * @phpstan-return array<string, mixed> errorCode 0
         * @throws PaymentGateway\Exception
         * @implementation-alias PaymentGateway::register
         */
        public function updateSSLCardList(string $orderId, #[\SensitiveParameter] array $params = []): array {}

        /**
         * Stores a card without a payment: `$params` must hold `pan`, `expiryDate` (YYYYMM) and `cardholderName`. A
         * `bindingStrength` other than NO_PAYMENT needs `additionalParameters` with the reference numbers of the
         * network. (BPC documentation: Create a stored credential without payment.)
         *
         * @phpstan-param array<string, mixed> $params
         * @phpstan-return array<string, mixed> bindingId
         * @throws PaymentGateway\Exception
         * @implementation-alias PaymentGateway::register
         */
        public function createBindingNoPayment(string $clientId, #[\SensitiveParameter] array $params): array {}

        /**
         * Creates a task that charges a stored card on a schedule, without 3-D Secure. With a stored card, clientId
         * must be the one that it belongs to, otherwise no payment succeeds. Dates are strings such as
         * '2026-01-24T00:00:00.000+0300', or DateTimeInterface, sent with its own offset. (BPC documentation: Recurring
         * tasks, create.)
         *
         * All task methods: status FAIL is a GatewayException, and a reply without SUCCESS is a ReplyException.
         *
         * @phpstan-param array{amount: int, currency: string|int, merchantTaskUuid: string, scheduleData: array{scheduledSince: string|\DateTimeInterface, scheduledTill: string|\DateTimeInterface, timeUnit: string, value: int|string}, bindingId?: string, clientId?: string, pan?: string|int, expiry?: int|string, cardHolder?: string, attributes?: array<string, mixed>, params?: array<string, mixed>} $task amount in minor units
         * @phpstan-param array<string, mixed> $params
         * @phpstan-return array{status: 'SUCCESS', task: array<string, mixed>, ...}
         * @throws PaymentGateway\Exception
         * @implementation-alias PaymentGateway::register
         */
        public function createTask(#[\SensitiveParameter] array $task, #[\SensitiveParameter] array $params = []): array {}

        /**
         * Changes the card of a task, or the data stored with it. (BPC documentation: Recurring tasks, modify.)
         *
         * @phpstan-param array{taskIdentifier: array{taskUuid?: string, merchantTaskUuid?: string, merchantLogin?: string}, bindingId?: string, clientId?: string, pan?: string|int, expiry?: string|int, cardholder?: string, attributes?: array<string, mixed>, params?: array<string, mixed>} $task
         * @phpstan-param array<string, mixed> $params
         * @phpstan-return array{status: 'SUCCESS', task: array<string, mixed>, ...}
         * @throws PaymentGateway\Exception
         * @implementation-alias PaymentGateway::register
         */
        public function modifyTask(#[\SensitiveParameter] array $task, #[\SensitiveParameter] array $params = []): array {}

        /**
         * Returns a task with its schedule, state and attempts. A task is identified by taskUuid, or by
         * merchantTaskUuid and merchantLogin. (BPC documentation: Recurring tasks, get.)
         *
         * @phpstan-param array{taskUuid?: string, merchantTaskUuid?: string, merchantLogin?: string} $taskIdentifier
         * @phpstan-param array<string, mixed> $params
         * @phpstan-return array{status: 'SUCCESS', task: array<string, mixed>, ...}
         * @throws PaymentGateway\Exception
         * @implementation-alias PaymentGateway::register
         */
        public function getTask(array $taskIdentifier, #[\SensitiveParameter] array $params = []): array {}

        /**
         * Stops the payments of a task until it is activated again. (BPC documentation: Recurring tasks, terminate.)
         *
         * @phpstan-param array{taskUuid?: string, merchantTaskUuid?: string, merchantLogin?: string} $taskIdentifier
         * @phpstan-param array<string, mixed> $params
         * @phpstan-return array{status: 'SUCCESS', task: array<string, mixed>, ...}
         * @throws PaymentGateway\Exception
         * @implementation-alias PaymentGateway::register
         */
        public function terminateTask(array $taskIdentifier, #[\SensitiveParameter] array $params = []): array {}

        /**
         * Resumes the payments of a task. (BPC documentation: Recurring tasks, activate.)
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
         * Skips one payment of a task, by its number. (BPC documentation: Recurring tasks, skip payment.)
         *
         * @phpstan-param array{taskUuid?: string, merchantTaskUuid?: string, merchantLogin?: string} $taskIdentifier
         * @phpstan-param array<string, mixed> $params
         * @phpstan-return array{status: 'SUCCESS', task: array<string, mixed>, ...}
         * @throws PaymentGateway\Exception
         * @implementation-alias PaymentGateway::register
         */
        public function skipTaskPayment(array $taskIdentifier, int $paymentNumber, #[\SensitiveParameter] array $params = []): array {}

        /**
         * Calls a method of this class by name, with all its wire parameters in $params, checked as by the method
         * itself; or sends $params unchecked to a path such as 'rest/newThing.do'. If a method of this class has the
         * path, the reply is judged as the method's, and what changes something is sent once; any other path is
         * assumed to change something.
         *
         * @phpstan-param array<string, mixed> $params
         * @phpstan-return array<string, mixed>
         * @throws PaymentGateway\Exception
         */
        public function call(string $method, #[\SensitiveParameter] array $params = []): array {}
    }
}

namespace PaymentGateway {
    /**
     * The orderStatus of a status reply. OrderStatus::tryFrom($status['orderStatus']) returns null for an undocumented
     * number.
     */
    enum OrderStatus: int
    {
        /** Registered, not paid. */
        case Created = 0;

        /** The amount is held; nothing is captured yet. */
        case Approved = 1;

        /** Captured: paid. paymentAmountInfo.depositedAmount says how much of the hold. */
        case Deposited = 2;

        /** The hold was released; also the final state of an order with the feature VERIFY. */
        case Reversed = 3;

        /** Refunded, in part or in full: see isPartlyRefunded(). */
        case Refunded = 4;

        /** The payer is on the issuer's 3-D Secure page: not a failure. */
        case AuthorizationInitialized = 5;

        /** Declined or expired. */
        case Declined = 6;

        /** Waiting for the payment. */
        case Pending = 7;

        /** Captured in part; more may be captured. */
        case PartlyDeposited = 8;

        /** Captured, and nothing refunded. A hold is not a payment. */
        public function isPaid(): bool {}

        /** There is a hold that deposit() can capture. */
        public function isHeld(): bool {}

        /**
         * A part of the payment was refunded, and the rest is still captured: the gateway has the same status 4 for a
         * refund in part and in full. Null if the reply does not say, because it has no paymentAmountInfo.
         *
         * @param array $order the reply of getOrderStatusExtended()
         */
        public function isPartlyRefunded(array $order): ?bool {}

        /**
         * The status will not change unless the shop does something. Also true of a paid order, which can be refunded.
         */
        public function isFinal(): bool {}
    }

    /** What the payer has to do next; see PaymentGateway::nextStep(). */
    enum NextStepKind: string
    {
        /** Nothing. The address is where the gateway would send the payer. It does not prove a payment: ask the status. */
        case Finished = 'finished';
        /** 3-D Secure 1: post the fields MD, PaReq and TermUrl to the page of the card's bank. */
        case AcsRedirect = 'acsRedirect';
        /**
         * 3-D Secure 2, first answer: show hidden frames in which the gateway and the card's bank look at the browser,
         * for at most 10 seconds; then pay again with threeDSServerTransId, or continue3ds(), or at Sberbank
         * finish3dsMethod().
         */
        case Method = 'method';
        /** 3-D Secure 2: post the field creq to the page of the card's bank. */
        case Challenge = 'challenge';
        /** Send the payer to a page of the gateway's, which does the rest. */
        case ProcessForm = 'processForm';
        /** The payment was declined. There may be an address where the gateway would send the payer. */
        case Declined = 'declined';
    }

    /**
     * What the payer has to do next, made by PaymentGateway::nextStep().
     *
     * @strict-properties
     * @not-serializable
     */
    final class NextStep
    {
        public readonly NextStepKind $kind;

        /** Where `fields` are posted to, or else where the payer is sent to; null if the gateway named no address. */
        public readonly ?string $url;

        /**
         * Is the address https, or http of this machine? Where the gateway would send the payer (Finished, Declined)
         * may also be relative, or an application's (sdk://done).
         */
        public readonly bool $isLink;

        /**
         * The form by the names that the bank's page expects: MD, PaReq and TermUrl; creq; or threeDSMethodData.
         *
         * @var array<string, string>
         */
        public readonly array $fields;

        /** Method: where an empty form is posted in a hidden frame, for the gateway to look at the browser. */
        public readonly ?string $browserDataUrl;

        /** threeDSServerTransId: keep it with the order. */
        public readonly ?string $transactionId;

        /** The gateway's id of the order. */
        public readonly ?string $orderId;

        private function __construct() {}

        /**
         * A whole page that makes the browser take this step by itself: echo it as it is. It has a button for browsers
         * without JavaScript, no inline handler, and everything in it is escaped. With a Content-Security-Policy pass
         * the `$nonce` of its script-src; without it the button works. (A policy must not limit form-action and, for
         * Method, frame-src: the addresses of the banks are not known beforehand.)
         *
         * For Method, `$continueUrl` is the shop's own address that the page posts to when it is over:
         * threeDSServerTransId, and threeDSCompInd, Y or N, whether the bank's method was seen to end. Believe neither:
         * take the transaction from the order.
         *
         * @throws ArgumentException the address is not a link, or an argument is wrong
         */
        public function html(?string $nonce = null, ?string $continueUrl = null, string $button = 'Continue'): string {}
    }

    /** What brought the payer's browser back; see PaymentGateway::payerReturn(). */
    enum PayerReturnKind: string
    {
        /** The return URL, or a finish URL without parameters. */
        case Plain = 'plain';
        /** The answer of the card's bank, 3-D Secure 1. */
        case PaRes = 'paRes';
        /** The answer of the card's bank, 3-D Secure 2. */
        case CRes = 'cRes';
        /** In a hidden frame: the method of the card's bank has ended. */
        case Method = 'method';
    }

    /**
     * What brought the payer's browser back, made by PaymentGateway::payerReturn().
     *
     * @strict-properties
     * @not-serializable
     */
    final class PayerReturn
    {
        public readonly PayerReturnKind $kind;

        /** The gateway's id of the order; null if it is not named. */
        public readonly ?string $orderId;

        /** threeDSServerTransId; null if it is not named. */
        public readonly ?string $transactionId;

        /** The method of PaymentGateway to call next. */
        public readonly string $method;

        /**
         * Its arguments by name, as for call_user_func_array(); what the browser did not name is missing.
         *
         * @var array<string, string|array<string, string>>
         */
        public readonly array $arguments;

        /** @implementation-alias PaymentGateway\NextStep::__construct */
        private function __construct() {}

        /**
         * A page that sends the whole window to the shop's page `$url` by GET, out of a frame if it is shown in one.
         * For Method, without `$url`, a page that tells the page around the frame, that of NextStep::html().
         *
         * @throws ArgumentException
         */
        public function html(?string $url = null, ?string $nonce = null, string $button = 'Continue'): string {}
    }

    /**
     * What a callback tells. CallbackOperation::tryFrom($callback['operation']) returns null for an operation that is
     * not documented. Whether it succeeded is in the callback's status: an approved callback with status false is a
     * declined hold. Callbacks come at least once, and in any order.
     */
    enum CallbackOperation: string
    {
        /** The amount is held. May also come before Deposited in one-stage payments. */
        case Approved = 'approved';

        /** Captured, or paid in one stage. */
        case Deposited = 'deposited';

        /** The hold was released, or the payment reversed. */
        case Reversed = 'reversed';

        /** Refunded, in part or in full. */
        case Refunded = 'refunded';

        /** The order was not paid in time. */
        case DeclinedByTimeout = 'declinedByTimeout';

        /** A card-present payment was declined. The banks also spell it declinedCardpresent; verifyCallback…() returns this. */
        case DeclinedCardPresent = 'declinedCardPresent';

        /** A card was stored. */
        case BindingCreated = 'bindingCreated';

        /** A stored card was enabled or disabled: see the parameter enabled. */
        case BindingActivityChanged = 'bindingActivityChanged';

        /** The payer disabled a stored card. */
        case BindingDeactivated = 'bindingDeactivated';

        /** The order was registered. */
        case Created = 'created';

        /** A subscription in the Faster Payments System was created. */
        case SubscriptionCreated = 'subscriptionCreated';
    }

    /**
     * The methods of every exception of this extension.
     *
     * A shop's tests can create the exceptions: the constructor of each takes the facts that these methods return.
     * getCode() is the errorCode, or 0 if it is null.
     */
    interface Exception extends \Throwable
    {
        /** The method that was called, or the path given to call(). */
        public function getMethod(): string;

        /** The gateway's errorCode; null if there is none, or if it is not a number. */
        public function getErrorCode(): ?int;

        /** The bank's actionCode; null if there is none. */
        public function getActionCode(): ?int;

        /** The HTTP status of the reply; 0 if there was no reply. */
        public function getHttpStatus(): int;

        /** The gateway's reply; null if there was none, or if it was not a JSON object. */
        public function getReply(): ?array;

        /**
         * The beginning of a reply that is not a JSON object, such as a firewall's page with a support id that the bank
         * asks for. Tags, control characters and the secrets of the call are removed. Null if there is none.
         */
        public function getReplyExcerpt(): ?string;

        /** True if money may have moved but nobody knows: ask for the order's status before you do anything else. */
        public function isOutcomeUnknown(): bool;

        /** True if the same call can safely be sent again, and may then succeed. */
        public function isRetriable(): bool;
    }

    /** The gateway replied with an errorCode, or declined. */
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

        public function __construct(
            string $message = "",
            ?int $errorCode = null,
            ?\Throwable $previous = null,
            ?string $method = null,
            ?int $actionCode = null,
            int $httpStatus = 0,
            ?array $reply = null,
            bool $outcomeUnknown = false,
            bool $retriable = false
        ) {}

        public function getMethod(): string {}
        public function getErrorCode(): ?int {}
        public function getActionCode(): ?int {}
        public function getHttpStatus(): int {}
        public function getReply(): ?array {}
        public function getReplyExcerpt(): ?string {}
        public function isOutcomeUnknown(): bool {}
        public function isRetriable(): bool {}
    }

    /** The orderNumber is registered already. */
    class DuplicateOrderException extends GatewayException {}

    /** The gateway does not know the order. */
    class OrderNotFoundException extends GatewayException {}

    /** Wrong credentials, a missing permission, or an invalid value for which the gateway uses the same errorCode. */
    class AccessDeniedException extends GatewayException {}

    /** The gateway refused a parameter. */
    class InvalidRequestException extends GatewayException {}

    /**
     * The state or the amounts of the order do not allow the operation. The gateway also uses this errorCode (7) for
     * failures of its own: if the state should have allowed the operation, ask for the status before you repeat it.
     */
    class InvalidStateException extends GatewayException {}

    /** The binding does not exist, or its state does not allow the operation. */
    class BindingException extends GatewayException {}

    /** The payment was declined; getActionCode() may tell why. */
    class DeclinedException extends GatewayException {}

    /** The gateway failed, or replied with HTTP 5xx and an errorCode: ask for the status. */
    class SystemErrorException extends GatewayException {}

    /** There was no reply. */
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

        /** @implementation-alias PaymentGateway\GatewayException::__construct */
        public function __construct(
            string $message = "",
            ?int $errorCode = null,
            ?\Throwable $previous = null,
            ?string $method = null,
            ?int $actionCode = null,
            int $httpStatus = 0,
            ?array $reply = null,
            bool $outcomeUnknown = false,
            bool $retriable = false
        ) {}

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

    /** The gateway or the proxy could not be reached: nothing was sent. */
    class ConnectException extends TransportException {}

    /** TLS failed, in most cases because of a certificate: nothing was sent. */
    class TlsException extends TransportException {}

    /** The timeout expired while connecting, or while waiting for the reply. */
    class TimeoutException extends TransportException {}

    /** A reply arrived that is not the gateway's JSON, or lacks what it must hold. */
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

        /** @implementation-alias PaymentGateway\GatewayException::__construct */
        public function __construct(
            string $message = "",
            ?int $errorCode = null,
            ?\Throwable $previous = null,
            ?string $method = null,
            ?int $actionCode = null,
            int $httpStatus = 0,
            ?array $reply = null,
            bool $outcomeUnknown = false,
            bool $retriable = false
        ) {}

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

    /** HTTP 429: the gateway received too many calls and did not handle this one. */
    class RateLimitException extends ReplyException {}

    /**
     * A callback must not be believed: the message says why, without the right checksum. Log it and answer with an HTTP
     * error.
     */
    class SignatureException extends \RuntimeException implements Exception
    {
        protected string $method = "";
        protected ?int $errorCode = null;
        protected ?int $actionCode = null;
        protected int $httpStatus = 0;
        protected ?array $reply = null;
        protected ?string $replyExcerpt = null;
        protected bool $outcomeUnknown = false;
        protected bool $retriable = false;

        /** @implementation-alias PaymentGateway\GatewayException::__construct */
        public function __construct(
            string $message = "",
            ?int $errorCode = null,
            ?\Throwable $previous = null,
            ?string $method = null,
            ?int $actionCode = null,
            int $httpStatus = 0,
            ?array $reply = null,
            bool $outcomeUnknown = false,
            bool $retriable = false
        ) {}

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

        /** @implementation-alias PaymentGateway\GatewayException::__construct */
        public function __construct(
            string $message = "",
            ?int $errorCode = null,
            ?\Throwable $previous = null,
            ?string $method = null,
            ?int $actionCode = null,
            int $httpStatus = 0,
            ?array $reply = null,
            bool $outcomeUnknown = false,
            bool $retriable = false
        ) {}

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
     * The result of PaymentGateway::batch(): iterating it makes the calls and yields the result of each. It can be
     * iterated once.
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

        /** A reply, or the exception of a failed call. */
        public function current(): mixed {}

        public function next(): void {}
    }

    /**
     * Converts between decimal strings and minor units (kopecks, tiyins, cents), by the ISO 4217 exponent of the
     * currency.
     *
     * A currency is its alphabetic code in either case ('KZT'), its number as three digits ('398', '012'), or its
     * number as an int (398, 12). Only the current list is accepted: withdrawn codes (810, BGN) and codes without an
     * exponent (XAU) are refused.
     */
    final class Money
    {
        private function __construct() {}

        /**
         * Converts "1234.50" to 123450. There may be fewer decimals than the currency has ("1.5" is 150), but not more,
         * not even zeros.
         *
         * Refused: signs, exponents, spaces and separators, non-ASCII digits, ".5", "5.", leading zeros ("007" may be
         * octal, padded or a typo; "0.07" is fine), and more than 12 digits of minor units.
         *
         * @param string $amount only a string: an int or a float is a TypeError, in strict mode or not
         * @param string|int $currency
         * @return int minor units, 0 to 999999999999
         * @throws ArgumentException
         */
        public static function toMinorUnits(string $amount, string|int $currency): int {}

        /**
         * Converts 123450 to "1234.50", always with all decimals of the currency; negative amounts begin with "-".
         *
         * @param int $minorUnits only an int: a float or a string is a TypeError, in strict mode or not
         * @param string|int $currency
         * @throws ArgumentException
         */
        public static function toDecimal(int $minorUnits, string|int $currency): string {}

        /**
         * The ISO 4217 number as three digits, which is how the gateway takes a currency: "398" for 'KZT'.
         *
         * @param string|int $currency
         * @throws ArgumentException
         */
        public static function currencyNumber(string|int $currency): string {}

        /**
         * The ISO 4217 exponent, which is the number of decimals: 2 for 'KZT', 0 for 'JPY'.
         *
         * @param string|int $currency
         * @throws ArgumentException
         */
        public static function currencyExponent(string|int $currency): int {}
    }

    /**
     * Builds the gateway's orderBundle from a shop's cart lines, with integers only.
     *
     * A line has: name, 1 to 255 characters; quantity, more than 0, with at most 3 decimals, as int, float or decimal
     * text ("0.333"); either price, of one unit, or amount, of the whole line, in minor units. Optional: code, the itemCode, 1 to 100 characters; measure, 1 to 20 characters, such as 'pcs' or an FFD 1.2 code; currency,
     * as in Money, sent as three digits; tax, as the gateway takes it; details and attributes, name => value, sent as
     * strings; extra, further fields of the item by the gateway's names.
     *
     * @phpstan-type CartLine array{name: string|int, quantity: int|float|string, price?: int, amount?: int, code?: string|int, measure?: string|int, currency?: string|int, tax?: array<string, mixed>, details?: array<string, string|int>, attributes?: array<string, mixed>, extra?: array<string, mixed>}
     * @phpstan-type CartShipping array{name: string, amount: int, code?: string|int, measure?: string|int, currency?: string|int, tax?: array<string, mixed>, details?: array<string, string|int>, attributes?: array<string, mixed>, extra?: array<string, mixed>}
     * @phpstan-type CartOptions array{amount?: int, discount?: int, shipping?: CartShipping, prices?: bool, measure?: string|int, customer?: array<string, mixed>, created?: string, extra?: array<string, mixed>}
     * @phpstan-type CartPart array{line?: int, code?: string|int, quantity?: int|float|string|null}
     */
    final class Cart
    {
        /** @implementation-alias PaymentGateway\Money::__construct */
        private function __construct() {}

        /**
         * Returns the array for `orderBundle`. Its lines always sum to the amount of the order, and if a line has both
         * itemPrice and itemAmount, the amount is exactly the price times the quantity. Its `cartItems` are the array
         * for depositItems and refundItems. Null is the same as absent.
         *
         * A price times a fraction of a unit is rounded half up to minor units. The discount is distributed over the
         * lines, except shipping, in proportion to their amounts, by the largest remainder method.
         *
         * itemPrice is omitted if it is not exact: 3 pieces for 100.00. With `prices` => true, for receipts that
         * require one, such a line is split in two whose prices differ by one minor unit: 2 at 33.33 and 1 at 33.34. A
         * fraction of a unit may have no exact price, such as 0.333 for 43.26: it is then refused, and can be sold as
         * quantity 1 with the weight in its name. A taxSum is refused in a line for which the discount or the split
         * would make it wrong.
         *
         * Options: amount (of the order, compared with the sum), discount (minor units), shipping (becomes the last
         * line), prices (see above), measure (of lines without one; 'pcs', or none where a line's extra has
         * Sberbank's measurementUnit), customer (customerDetails), created (orderCreationDate, yyyy-MM-ddTHH:mm:ss),
         * extra (further fields of the bundle, by the gateway's names).
         *
         * @param CartLine[] $lines
         * @param CartOptions $options
         * @return array<string, mixed>
         * @throws ArgumentException naming the line, counted from 1, and the field
         */
        public static function bundle(array $lines, array $options = []): array {}

        /**
         * What of an order is captured or given back now, by the lines of the shop: a bundle of the positions concerned,
         * with their quantities and amounts. Its `cartItems` are the array for depositItems and refundItems, it is
         * itself the `orderBundle` for these methods of Sberbank's gateway, and sum() is the amount.
         *
         * `$orderBundle` is what was sent with the registration. An entry of `$lines` has: line, the number of the line
         * in bundle() counted from 1, where shipping is the last; or code, its itemCode; and quantity, as in bundle(),
         * or none for all that is left. `$before` are the entries of all earlier parts of the same kind, in order.
         *
         * The parts of an order sum to the whole, whatever their order and quantities: what does not divide evenly is in
         * the last piece of a line. A line that `prices` split in two is one line here. Two neighbouring items count as
         * such if they have the same name, code and measure, and prices that differ by one minor unit. More than there
         * is left of a line is refused. taxSum is divided as the amount is. An itemPrice stays, unless it differs from
         * the amount of the piece by more than rounding. Left out: discount and agentInterest of an item that is
         * divided; total, payments, receiptType and loyalties of the bundle, which are those of the whole order.
         *
         * @param array $orderBundle
         * @param CartPart[] $lines
         * @param CartPart[] $before
         * @return array<string, mixed>
         * @throws ArgumentException
         */
        public static function part(array $orderBundle, array $lines, array $before = []): array {}

        /**
         * The sum of the itemAmounts of a bundle in minor units, which is the amount of the order. Takes an
         * orderBundle, or its cartItems.
         *
         * @param array $orderBundle
         * @throws ArgumentException
         */
        public static function sum(array $orderBundle): int {}
    }
}
