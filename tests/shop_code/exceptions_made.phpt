--TEST--
Exceptions that a shop's tests create have the facts that they are given
--EXTENSIONS--
payment_gateway
--FILE--
<?php

declare(strict_types=1);

/** What an exception says of itself. */
function facts(PaymentGateway\Exception $e): array
{
    return [
        $e->getMessage(), $e->getCode(), $e->getPrevious(), $e->getMethod(), $e->getErrorCode(), $e->getActionCode(),
        $e->getHttpStatus(), $e->getReply(), $e->getReplyExcerpt(), $e->isOutcomeUnknown(), $e->isRetriable(),
    ];
}

$cause = new LogicException('the cause');
$reply = ['errorCode' => '7', 'errorMessage' => 'Wrong state'];
$classes = array_filter(
    (new ReflectionExtension('payment_gateway'))->getClassNames(),
    static fn (string $class): bool => is_subclass_of($class, Exception::class),
);
$nothing = ['', 0, null, '', null, null, 0, null, null, false, false];
$everything = ['refused', 7, $cause, 'deposit', 7, -2007, 200, $reply, null, true, true];
$like_any = ['refused', 7, $cause, '', 7, null, 0, null, null, false, false];
foreach ($classes as $class) {
    $made = [
        [new $class(), $nothing],
        [new $class('refused', 7, $cause), $like_any],
        [new $class('refused', 7, $cause, 'deposit', -2007, 200, $reply, true, true), $everything],
        [new $class('refused', null, null, null, null, 0, null), ['refused'] + $nothing],
    ];
    foreach ($made as $i => [$exception, $expected]) {
        if (facts($exception) !== $expected) {
            echo "$class, case $i: ", var_export(facts($exception), true), "\n";
        }
    }
    $thrown = new $class(errorCode: 0, outcomeUnknown: true);
    if ($thrown->getErrorCode() !== 0 || !$thrown->isOutcomeUnknown() || $thrown->getLine() !== __LINE__ - 1) {
        echo "$class by name: ", var_export(facts($thrown), true), "\n";
    }
}
echo count($classes), " classes\n";

/** A shop's own, with a constructor in PHP. */
final class OutOfStock extends PaymentGateway\DeclinedException
{
    public function __construct(public readonly string $article)
    {
        parent::__construct("no $article left", 2, method: 'deposit', httpStatus: 409);
    }
}
$own = new OutOfStock('tea');
echo get_parent_class($own), ': ', $own->getMessage(), ' ', json_encode([$own->getCode(), $own->getErrorCode(), $own->getMethod(), $own->getHttpStatus()]), "\n";

foreach ([
    fn () => new PaymentGateway\TimeoutException(5),
    fn () => new PaymentGateway\TimeoutException('', '7'),
    fn () => new PaymentGateway\TimeoutException('', 7, new stdClass()),
    fn () => new PaymentGateway\TimeoutException('', 7, null, reply: 'text'),
    fn () => new PaymentGateway\TimeoutException('', 7, null, null, null, 0, null, false, false, 'more'),
] as $call) {
    try {
        $call();
        echo "accepted\n";
    } catch (Error $e) {
        echo get_class($e), ': ', $e->getMessage(), "\n";
    }
}

// Those of the extension are as they were.
try {
    (new PaymentGateway('http://127.0.0.1:9/payment/', 'user', 'password'))->refund('id', 0);
} catch (PaymentGateway\ArgumentException $e) {
    echo $e->getMethod(), ' ', json_encode([$e->getCode(), $e->getErrorCode(), $e->getHttpStatus(), $e->isOutcomeUnknown()]), "\n";
}

/** A fake without any framework. */
final class FakeGateway extends PaymentGateway
{
    public function __construct()
    {
    }

    public function batch(#[SensitiveParameter] iterable $calls, int $concurrency = 16, bool $keepOrder = false): Generator
    {
        foreach ($calls as $key => [$method]) {
            yield $key => ['method' => $method];
        }
    }
}
echo json_encode(iterator_to_array((new FakeGateway())->batch(['a' => ['deposit', []], 'b' => ['reverse', []]]))), "\n";
?>
--EXPECT--
17 classes
PaymentGateway\DeclinedException: no tea left [2,2,"deposit",409]
TypeError: PaymentGateway\TransportException::__construct(): Argument #1 ($message) must be of type string, int given
TypeError: PaymentGateway\TransportException::__construct(): Argument #2 ($errorCode) must be of type ?int, string given
TypeError: PaymentGateway\TransportException::__construct(): Argument #3 ($previous) must be of type ?Throwable, stdClass given
TypeError: PaymentGateway\TransportException::__construct(): Argument #7 ($reply) must be of type ?array, string given
ArgumentCountError: PaymentGateway\TransportException::__construct() expects at most 9 arguments, 10 given
refund [0,null,0,false]
{"a":{"method":"deposit"},"b":{"method":"reverse"}}
