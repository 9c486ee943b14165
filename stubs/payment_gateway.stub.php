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
         * Exactly one of userName with password, and token. Options: timeout and connectTimeout (seconds, int or
         * float; 30 and 5), caFile (a PEM file), proxy (a URL), ipResolve ('v4' or 'v6'), language and currency
         * (defaults of the calls that take them), extraParameters (true lets unknown parameters pass).
         */
        public function __construct(
            #[\SensitiveParameter] string $baseUri,
            ?string $userName = null,
            #[\SensitiveParameter] ?string $password = null,
            #[\SensitiveParameter] ?string $token = null,
            #[\SensitiveParameter] array $options = []
        ) {}

        public function register(string $orderNumber, int $amount, string $returnUrl, array $params = []): array {}

        /** @implementation-alias PaymentGateway::register */
        public function registerPreAuth(string $orderNumber, int $amount, string $returnUrl, array $params = []): array {}

        /** @implementation-alias PaymentGateway::register */
        public function deposit(string $orderId, int $amount = 0, array $params = []): array {}

        /** @implementation-alias PaymentGateway::register */
        public function reverse(string $orderId, array $params = []): array {}

        /** @implementation-alias PaymentGateway::register */
        public function refund(string $orderId, int $amount, array $params = []): array {}

        /** @implementation-alias PaymentGateway::register */
        public function decline(string $orderId, string $orderNumber, array $params = []): array {}

        /** @implementation-alias PaymentGateway::register */
        public function getOrderStatusExtended(?string $orderId = null, ?string $orderNumber = null, array $params = []): array {}

        /** @implementation-alias PaymentGateway::register */
        public function paymentOrder(string $orderId, #[\SensitiveParameter] array $params): array {}

        /** @implementation-alias PaymentGateway::register */
        public function getBindings(string $clientId, array $params = []): array {}

        public function call(string $method, #[\SensitiveParameter] array $params = []): array {}
    }
}

namespace PaymentGateway {
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
        protected bool $outcomeUnknown = false;
        protected bool $retriable = false;

        public function getMethod(): string {}
        public function getErrorCode(): ?int {}
        public function getActionCode(): ?int {}
        public function getHttpStatus(): int {}
        public function getReply(): ?array {}
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

    /** The order's state or its sums do not allow the operation. */
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
        /** @implementation-alias PaymentGateway\GatewayException::isOutcomeUnknown */
        public function isOutcomeUnknown(): bool {}
        /** @implementation-alias PaymentGateway\GatewayException::isRetriable */
        public function isRetriable(): bool {}
    }
}
