--TEST--
What is refused before anything is sent, and what is sent of what is taken
--EXTENSIONS--
payment_gateway
--FILE--
<?php

// Not strict_types: amounts are ints even where PHP would convert.

require __DIR__ . '/../support/fault_proxy.inc';
require __DIR__ . '/../support/calls.inc';

$proxy = FaultProxy::start([['do' => 'pass', 'reply' => ['body' => '{"errorCode":0,"orderId":"a","orderStatus":0,"data":{"orderId":"a"},"status":"SUCCESS","task":{"taskUuid":"u"}}']]]);
$g = $proxy->client();

class Text
{
    public function __construct(private string $text)
    {
    }

    public function __toString(): string
    {
        return $this->text;
    }
}

class Failing
{
    public function __toString(): string
    {
        throw new LogicException('no text');
    }
}

$url = 'https://shop.example/';
$long = str_repeat('я', 36);
$recursive = ['a' => 1];
$recursive['self'] = &$recursive;

$refused = [
    fn () => $g->register('n', 100.0, $url),
    fn () => $g->register('n', '100', $url),
    fn () => $g->register('n', null, $url),
    fn () => $g->register('n', true, $url),
    fn () => $g->refund('id', 1.5),
    fn () => $g->deposit('id', '5'),
    fn () => $g->register('n', -1, $url),
    fn () => $g->register('n', PHP_INT_MIN, $url),
    fn () => $g->register('n', 1_000_000_000_000, $url),
    fn () => $g->register('n', PHP_INT_MAX, $url),
    fn () => $g->register('n', 0, $url),
    fn () => $g->register('n', 0, $url, ['features' => ['FORCE_TDS']]),
    fn () => $g->refund('id', 0),
    fn () => $g->reverse('id', ['amount' => 0]),
    fn () => $g->reverse('id', ['amount' => 1.0]),
    fn () => $g->reverse('id', ['amount' => '1']),
    fn () => $g->register('', 100, $url),
    fn () => $g->register($long . 'я', 100, $url),
    fn () => $g->register("n\0", 100, $url),
    fn () => $g->register("n\xC0\xAF", 100, $url),
    fn () => $g->register([], 100, $url),
    fn () => $g->register('n', 100, $url, 'params'),
    fn () => $g->register('n', 100),
    fn () => $g->register('n', 100, $url, [], 1),
    fn () => $g->register('n', 100, $url, ['descripton' => 'x']),
    fn () => $g->register('n', 100, $url, ['something' => 'x']),
    fn () => $g->register('n', 100, $url, ['x']),
    fn () => $g->register('n', 100, $url, ["\xFF" => 'x']),
    fn () => $g->register('n', 100, $url, ['orderNumber' => 'x']),
    fn () => $g->register('n', 100, $url, ['userName' => 'x']),
    fn () => $g->register('n', 100, $url, ['token' => 'x']),
    fn () => $g->register(1.5, 100, $url),
    fn () => $g->register(true, 100, $url),
    fn () => $g->register(null, 100, $url),
    fn () => $g->register('n', 100, $url, ['description' => 1.5]),
    fn () => $g->register('n', 100, $url, ['description' => true]),
    fn () => $g->register('n', 100, $url, ['clientId' => '']),
    fn () => $g->refund('id', 1, ['externalRefundId' => '']),
    fn () => $g->getBindings(''),
    fn () => $g->register('n', 100, $url, ['language' => 'russian']),
    fn () => $g->register('n', 100, $url, ['language' => 'rus_RU']),
    fn () => $g->register('n', 100, $url, ['phone' => '(1-2-3)']),
    fn () => $g->register('n', 100, $url, ['email' => str_repeat('e', 600)]),
    fn () => $g->registerPreAuth('n', 100, $url, ['autocompletionDate' => "2026\n01"]),
    fn () => $g->register('n', 100, $url, ['description' => ['x']]),
    fn () => $g->register('n', 100, $url, ['description' => new stdClass()]),
    fn () => $g->register('n', 100, $url, ['description' => new Failing()]),
    fn () => $g->register('n', 100, $url, ['currency' => 'ROUBLE']),
    fn () => $g->register('n', 100, $url, ['currency' => 1234]),
    fn () => $g->register('n', 100, $url, ['currency' => 64.3]),
    fn () => $g->register('n', 100, $url, ['sessionTimeoutSecs' => -5]),
    fn () => $g->register('n', 100, $url, ['expirationDate' => '2026-02-29T00:00:00']),
    fn () => $g->register('n', 100, $url, ['expirationDate' => '2026-01-01 00:00:00']),
    fn () => $g->register('n', 100, $url, ['expirationDate' => 1]),
    fn () => $g->register('n', 100, $url, ['features' => ['VERIFY', '']]),
    fn () => $g->register('n', 100, $url, ['features' => ['a' => 'VERIFY']]),
    fn () => $g->register('n', 100, $url, ['features' => 1]),
    fn () => $g->register('n', 100, $url, ['orderBundle' => '{"cartItems":{}}']),
    fn () => $g->register('n', 100, $url, ['additionalOfdParams' => ['a' => INF]]),
    fn () => $g->register('n', 100, $url, ['additionalOfdParams' => ['a' => "\xFF"]]),
    fn () => $g->register('n', 100, $url, ['additionalOfdParams' => ['a' => new stdClass()]]),
    fn () => $g->register('n', 100, $url, ['additionalOfdParams' => $recursive]),
    fn () => $g->register('n', 100, $url, ['jsonParams' => '{}']),
    fn () => $g->register('n', 100, $url, ['jsonParams' => ['a' => 1.5]]),
    fn () => $g->register('n', 100, $url, ['jsonParams' => ['a' => ['b' => 'c']]]),
    fn () => $g->register('n', 100, $url, ['jsonParams' => ['a' => str_repeat('x', 1025)]]),
    fn () => $g->instantPayment(100, $url, []),
    fn () => $g->instantPayment(1.0, $url, ['bindingId' => 'b']),
    fn () => $g->recurrentPayment('n', 'b', 100, ['additionalParameters' => ['recurringFrequency' => 29]]),
    fn () => $g->installmentPayment('n', 'b', 100, []),
    fn () => $g->installmentPayment('n', 'b', 100, null),
    fn () => $g->installmentPayment('n', 'b', 100, '1'),
    fn () => $g->call('installmentPayment', ['orderNumber' => 'n', 'bindingId' => 'b', 'amount' => 100]),
    fn () => $g->tokenPayment(100, 'VTS', 'x', $url),
    fn () => $g->tokenPayment(100, 'VTS', [], $url),
    fn () => $g->tokenPayment(100, 'VTS', ['dpan' => '4444555511113333', 'MM' => 123, 'YYYY' => 2030], $url),
    fn () => $g->tokenPayment(100, 'VTS', ['dpan' => '4444555511113333', 'MM' => '01', 'YYYY' => 2030], $url, ['paymentData' => []]),
    fn () => $g->googlePay('m', 'n', 't', 100, $url),
    fn () => $g->createTask([]),
    fn () => $g->createTask(['task' => []]),
    fn () => $g->createTask('task'),
    fn () => $g->getTask([]),
    fn () => $g->getTask(['u']),
    fn () => $g->terminateTasks(['u']),
    fn () => $g->skipTaskPayment(['taskUuid' => 'u'], '1'),
    fn () => $g->call('/recurrent/v1/task/new', []),
    fn () => $g->getOrderStatusExtended(),
    fn () => $g->getOrderStatusExtended(''),
    fn () => $g->getOrderStatusExtended(null, null),
    fn () => $g->getBindings('c', ['showExpired' => 'true']),
    fn () => $g->paymentOrder('id', ['$CVC' => '123', 'TEXT' => 'A', 'YYYY' => '2030', 'MM' => '12']),
    fn () => $g->paymentOrder('id', ['$PAN' => '4111 1111 1111 1111'] + CARD),
    fn () => $g->paymentOrder('id', ['MM' => 123] + CARD),
    fn () => $g->paymentOrder('id', ['TEXT' => null] + CARD),
    fn () => $g->paymentOrder('id', ['MDORDER' => 'id'] + CARD),
    fn () => $g->call('refnd', []),
    fn () => $g->call('', []),
    fn () => $g->call('/rest/x.do', []),
    fn () => $g->call('../x.do', []),
    fn () => $g->call('rest//x.do', []),
    fn () => $g->call('rest/x.do?a=b', []),
    fn () => $g->call("rest/x.do\0", []),
    fn () => $g->call('https://other.example/x.do', []),
    fn () => $g->call('rest/x.do', ['password' => 'x']),
    fn () => $g->call('rest/x.do', ['a' => 1.5]),
    fn () => $g->call('refund', ['orderId' => 'id', 'amount' => 0]),
    fn () => $g->call('refund', ['orderId' => 'id', 'amount' => 1.0]),
    fn () => $g->call('refund', ['amount' => 1]),
    fn () => $g->call('rest/refund.do', ['orderId' => 'id', 'amount' => 0.5]),
    fn () => $g->call('rest/refund.do', ['orderId' => "\xFF"]),
    fn () => $g->call('rest/refund.do', ['userName' => 'u']),
];
foreach ($refused as $call) {
    $e = caught($call);
    // PHP 8.3 and newer name a bool by its value.
    echo $e instanceof PaymentGateway\ArgumentException ? '' : $e::class . ': ', preg_replace('/\b(true|false) given/', 'bool given', $e->getMessage()), "\n";
    if ($e instanceof PaymentGateway\ArgumentException && ($e->isOutcomeUnknown() || $e->isRetriable())) {
        echo "    and neither sent nor to be sent again\n";
    }
}
printf("%d sent\n", count($proxy->deliveries()));
$recursive = $refused = $call = null;
gc_collect_cycles();

$taken = [
    fn () => $g->register(new Text('n 1'), 1, $url),
    fn () => $g->register(123, 1, $url),
    fn () => $g->register($long, 999_999_999_999, $url),
    fn () => $g->register('n', 0, $url, ['features' => 'VERIFY']),
    fn () => $g->register('n', 0, $url, ['features' => ['FORCE_TDS', 'VERIFY']]),
    fn () => $g->register('n', 1, $url, ['description' => null, 'email' => new Text('a+b@c.example'), 'currency' => 643]),
    fn () => $g->register('n', 1, $url, ['jsonParams' => ['a' => 'b"/я', 'n' => 5, 't' => true, 'o' => new Text('t')]]),
    fn () => $g->register('n', 1, $url, ['jsonParams' => []]),
    fn () => $g->register('n', 1, $url, ['additionalOfdParams' => ['list' => [['name' => 'x', 'n' => 1, 'f' => 0.5, 'null' => null]]]]),
    fn () => $g->registerPreAuth(orderNumber: 'n', returnUrl: $url, amount: 1, params: ['autoReverseDate' => '2028-02-29T23:59:59']),
    fn () => $g->deposit('id'),
    fn () => $g->deposit(orderId: 'id', params: ['currency' => '012']),
    fn () => $g->reverse('id', ['amount' => 1]),
    fn () => $g->getOrderStatusExtended(orderNumber: 'n'),
    fn () => $g->getOrderStatusExtended('id', 'n', ['language' => 'en']),
    fn () => $g->getBindings('c', ['showExpired' => false]),
    fn () => $g->instantPayment(1, $url, ['bindingId' => 'b', 'preAuth' => true, 'autocompletionDate' => new DateTimeImmutable('2026-11-22T03:00:00+03:00')]),
    fn () => $g->createTask([
        'amount' => 100, 'currency' => '398', 'merchantTaskUuid' => new Text('m-1'), 'bindingId' => 'b', 'clientId' => 'c',
        'scheduleData' => ['scheduledSince' => '2026-01-24T00:00:00.000+0300', 'scheduledTill' => '2027-01-24T00:00:00.000+0300', 'timeUnit' => 'DAYS', 'value' => 1],
    ], ['locale' => 'EN']),
    fn () => $g->getTask(['taskUuid' => 'u']),
    fn () => $g->terminateTasks([['taskUuid' => 'u'], ['merchantTaskUuid' => 'm', 'merchantLogin' => 'l']]),
    fn () => $g->skipTaskPayment(paymentNumber: 2, taskIdentifier: ['taskUuid' => 'u']),
    fn () => $g->call('activateTask', ['taskIdentifier' => ['taskUuid' => 'u']]),
    fn () => $g->installmentPayment('n', 'b', 1),
    fn () => $g->applePay('m', 'n', new Text('t+/=')),
    fn () => $g->googlePay(ip: '::1', merchant: 'm', orderNumber: 'n', paymentToken: 't', amount: 1, returnUrl: $url, params: ['clientId' => 'c']),
    fn () => $g->samsungPayDirect('m', 'n', 't'),
    fn () => $g->tokenPayment(1, 'VTS', ['dpan' => new Text('4444555511113333'), 'MM' => '01', 'YYYY' => 2030], $url, ['jsonParams' => ['a' => 'b', 'c' => 1]]),
    fn () => $g->tokenPayment(amount: 1, tokenType: 'VTS', paymentData: ['dpan' => '4444555511113333', 'MM' => '01', 'YYYY' => 2030], returnUrl: $url),
    fn () => $g->installmentPayment('n', 'b', 1, true, ['currency' => '398']),
    fn () => $g->installmentPayment('n', 'b', 1, params: ['description' => new Text('t')], preAuth: true),
    fn () => $g->paymentOrder('id', ['$PAN' => 4444555511113333, '$CVC' => 123, 'YYYY' => 2030, 'MM' => 1] + CARD),
    fn () => $g->paymentOrder('id', ['$EXPIRY' => '203012', '$PAN' => '4444555511113333', 'TEXT' => 'A']),
    fn () => $g->call('paymentOrder', ['MDORDER' => 'id', 'seToken' => 'a+/=', 'TEXT' => 'A']),
    fn () => $g->call('rest/x.do', ['a' => 'b c', 'n' => 1, 'y' => true, 'z' => null, 'o' => ['k' => 'v']]),
    fn () => $g->call('wallet/pay.do', ['a' => 'b c', 'n' => 1, 'y' => true, 'z' => null, 'o' => ['k' => 'v']]),
];
// What shops have, and what the gateway wants.
$bundle = static fn (array $item): array => ['orderBundle' => ['cartItems' => ['items' => [
    7 => $item + ['positionId' => 1, 'name' => 'Tea', 'itemCode' => 17, 'itemAmount' => 1, 'quantity' => ['value' => '2.0000', 'measure' => 0]],
]]]];
array_push(
    $taken,
    fn () => $g->register('n', 1, $url, ['clientId' => 17, 'merchantLogin' => 5, 'description' => 1984]),
    fn () => $g->register('n', 1, $url, ['email' => '', 'phone' => '', 'description' => '', 'currency' => '', 'features' => '', 'jsonParams' => '', 'sessionTimeoutSecs' => '', 'orderBundle' => '']),
    fn () => $g->register('n', 1, $url, ['phone' => '+7 (999) 123-45-67', 'language' => 'ru_RU', 'currency' => 'rub']),
    fn () => $g->register('n', 1, $url, ['phone' => 79991234567, 'language' => 'kk-KZ', 'currency' => 51]),
    fn () => $g->register('n', 1, $url, ['features' => array_filter(['', 'A', null, 'FORCE_TDS', ''])]),
    fn () => $g->register('n', 1, $url, ['jsonParams' => ['a' => null, 'b' => '', 7 => 8, 'c' => false]]),
    fn () => $g->register('n', 1, $url, $bundle(['itemCurrency' => 'RUB'])),
    fn () => $g->getBindings(17, ['bindingType' => new Text('C')]),
    fn () => $g->call('getBindings', ['clientId' => 17]),
    fn () => $g->terminateTasks([3 => ['taskUuid' => 17, 'merchantLogin' => ''], 5 => ['taskUuid' => 'b']]),
    // By path: as it is, features too; a path that a row knows is no exception.
    fn () => $g->call('rest/x.do', ['features' => ['A', 'B'], 'phone' => '+7 (999) 1']),
    fn () => $g->call('x.do', ['features' => ['A', 'B']]),
    fn () => $g->call('rest/refund.do', ['orderId' => 'id', 'amount' => '0', 'bankOwn' => '']),
    fn () => $g->call('rest/register.do', ['features' => ['A', 'B'], 'orderBundle' => ['a' => 1], 'expirationDate' => new DateTimeImmutable('2026-11-22T03:00:00+03:00')]),
    fn () => $g->call('/recurrent/v1/task/create', ['since' => new DateTimeImmutable('2026-11-22T03:00:00+03:00')]),
    fn () => iterator_to_array($g->batch([['getBindings', [17]]])),
    fn () => iterator_to_array($g->batch([['getBindings', [new Text('c 17')]]])),
    fn () => iterator_to_array($g->batch([['call', [new Text('getBindings'), ['clientId' => new Text('c 18')]]]])),
);
foreach ($taken as $call) {
    $call();
    $sent = array_slice($proxy->deliveries(), -1)[0];
    $credentials = ['userName=test_user&password=test_user_password', '"userName":"test_user","password":"test_user_password"'];
    echo str_replace($credentials, '…', "{$sent['path']} {$sent['body']}"), "\n";
}
$options = ['language' => 'kk', 'currency' => '398', 'extraParameters' => true];
$g = $proxy->client($options);
foreach ([
    fn () => $g->register('n', 1, $url, ['bankOwn' => 'x', 'bankList' => ['a']]),
    fn () => $g->register('n', 1, $url, ['currency' => '643']),
    fn () => $g->getOrderStatusExtended('id'),
] as $call) {
    $call();
    echo str_replace('userName=test_user&password=test_user_password', '…', array_slice($proxy->deliveries(), -1)[0]['body']), "\n";
}

?>
--EXPECT--
TypeError: PaymentGateway::register(): Argument #2 ($amount) must be of type int, float given
TypeError: PaymentGateway::register(): Argument #2 ($amount) must be of type int, string given
TypeError: PaymentGateway::register(): Argument #2 ($amount) must be of type int, null given
TypeError: PaymentGateway::register(): Argument #2 ($amount) must be of type int, bool given
TypeError: PaymentGateway::refund(): Argument #2 ($amount) must be of type int, float given
TypeError: PaymentGateway::deposit(): Argument #2 ($amount) must be of type int, string given
register: amount must be in minor units and not negative, -1 given
register: amount must be in minor units and not negative
register: amount must be an int of at most 12 digits in minor units
register: amount must be an int of at most 12 digits in minor units
register: amount may be 0 only with the feature VERIFY
register: amount may be 0 only with the feature VERIFY
refund: amount must be more than 0: the gateway reads 0 as the whole sum
reverse: amount must be more than 0: the gateway reads 0 as the whole sum
reverse: amount must be an int in minor units, float given
reverse: amount must be an int in minor units, string given
register: orderNumber is empty
register: orderNumber must be 1 to 36 characters, 37 given
register: orderNumber must be valid UTF-8 without zero bytes
register: orderNumber must be valid UTF-8 without zero bytes
TypeError: PaymentGateway::register(): Argument #1 ($orderNumber) must be of type string, array given
TypeError: PaymentGateway::register(): Argument #4 ($params) must be of type array, string given
ArgumentCountError: PaymentGateway::register() expects at least 3 arguments, 2 given
ArgumentCountError: PaymentGateway::register() expects at most 4 arguments, 5 given
register: parameter descripton is unknown; did you mean description?
register: parameter something is unknown
register: parameters must be given by name
register: parameter (not UTF-8) is unknown
register: orderNumber is the argument $orderNumber, not a parameter
register: userName is not a parameter: credentials are given to the constructor
register: token is not a parameter: credentials are given to the constructor
TypeError: PaymentGateway::register(): Argument #1 ($orderNumber) must be of type string, float given
TypeError: PaymentGateway::register(): Argument #1 ($orderNumber) must be of type string, bool given
TypeError: PaymentGateway::register(): Argument #1 ($orderNumber) must be of type string, null given
register: description must be a string or an int, float given
register: description must be a string or an int, bool given
register: clientId is empty; leave it out, or give a value
refund: externalRefundId is empty; leave it out, or give a value
getBindings: clientId is empty
register: language must be a language of two letters, or a locale such as ru_RU, "russian" given
register: language must be a language of two letters, or a locale such as ru_RU, "rus_RU" given
register: phone must be 7 to 16 characters, 3 given
register: email must be 1 to 254 characters, 600 given
registerPreAuth: autocompletionDate must be a date and time that exists, as yyyy-MM-ddTHH:mm:ss, "2026 01" given
register: description must be a string or an int, list given
register: description must be a string or an int, object given
LogicException: no text
register: currency must be a currency of ISO 4217, by its three digits or letters, "ROUBLE" given
register: currency must be exactly 3 digits, 4 given
register: currency must be decimal digits, string or int, float given
register: sessionTimeoutSecs must be decimal digits, -5 given
register: expirationDate must be a date and time that exists, as yyyy-MM-ddTHH:mm:ss, "2026-02-29T00:00:00" given
register: expirationDate must be a date and time that exists, as yyyy-MM-ddTHH:mm:ss
register: expirationDate must be a date and time that exists, as yyyy-MM-ddTHH:mm:ss, int given: for a Unix time in seconds pass new DateTimeImmutable("@$time")
register: features must be a feature's name or a list of them, none empty
register: features must be a feature's name or a list of them, array given
register: features must be a feature's name or a list of them, int given
register: orderBundle must be an array with names (not JSON text), string given
register: additionalOfdParams cannot be written as JSON: a number is not finite
register: additionalOfdParams cannot be written as JSON: a text is not valid UTF-8
register: additionalOfdParams cannot be written as JSON: an object cannot be written
register: parameter additionalOfdParams is nested more than 32 levels deep
register: jsonParams must be an array of names and values (not JSON text), string given
register: jsonParams.a must be a string, an int or a bool
register: jsonParams.a must be a string, an int or a bool
register: jsonParams.a must be no longer than 1024 characters
instantPayment: one of pan, bindingId, seToken is missing
TypeError: PaymentGateway::instantPayment(): Argument #1 ($amount) must be of type int, float given
recurrentPayment: additionalParameters.recurringFrequency must be a number from 1 to 28, 29 given
TypeError: PaymentGateway::installmentPayment(): Argument #4 ($preAuth) must be of type bool, array given
TypeError: PaymentGateway::installmentPayment(): Argument #4 ($preAuth) must be of type bool, null given
TypeError: PaymentGateway::installmentPayment(): Argument #4 ($preAuth) must be of type bool, string given
installmentPayment: preAuth is missing
TypeError: PaymentGateway::tokenPayment(): Argument #3 ($paymentData) must be of type array, string given
tokenPayment: paymentData.dpan is missing
tokenPayment: paymentData.MM must be exactly 2 digits, 3 given
tokenPayment: paymentData is the argument $paymentData, not a parameter
ArgumentCountError: PaymentGateway::googlePay() expects at least 6 arguments, 5 given
createTask: task.amount is missing
createTask: parameter task.task is unknown
TypeError: PaymentGateway::createTask(): Argument #1 ($task) must be of type array, string given
getTask: one of taskIdentifier.taskUuid, taskIdentifier.merchantTaskUuid is missing
getTask: taskIdentifier must be an array with names (not JSON text), list given
terminateTasks: taskIdentifiers must be a list of arrays, string given
TypeError: PaymentGateway::skipTaskPayment(): Argument #2 ($paymentNumber) must be of type int, string given
call: the method must be one of the class, or a relative path such as rest/newThing.do (letters, digits and /._-, no "..")
getOrderStatusExtended: one of orderId, orderNumber is missing
getOrderStatusExtended: orderId is empty; leave it out, or give a value
getOrderStatusExtended: one of orderId, orderNumber is missing
getBindings: showExpired must be a bool, string given
paymentOrder: one of $PAN, seToken is missing
paymentOrder: $PAN must be decimal digits
paymentOrder: MM must be exactly 2 digits, 3 given
paymentOrder: TEXT is missing
paymentOrder: MDORDER is the argument $orderId, not a parameter
call: the method must be one of the class, or a relative path such as rest/newThing.do (letters, digits and /._-, no ".."); did you mean refund?
call: the method must be one of the class, or a relative path such as rest/newThing.do (letters, digits and /._-, no "..")
call: the method must be one of the class, or a relative path such as rest/newThing.do (letters, digits and /._-, no "..")
call: the method must be one of the class, or a relative path such as rest/newThing.do (letters, digits and /._-, no "..")
call: the method must be one of the class, or a relative path such as rest/newThing.do (letters, digits and /._-, no "..")
call: the method must be one of the class, or a relative path such as rest/newThing.do (letters, digits and /._-, no "..")
call: the method must be one of the class, or a relative path such as rest/newThing.do (letters, digits and /._-, no "..")
call: the method must be one of the class, or a relative path such as rest/newThing.do (letters, digits and /._-, no "..")
rest/x.do: password is not a parameter: credentials are given to the constructor
rest/x.do: a parameter that is sent unchecked must be a string of valid UTF-8, an int, a bool or an array
refund: amount must be more than 0: the gateway reads 0 as the whole sum
refund: amount must be an int in minor units, float given
refund: one of orderId, orderNumber is missing
rest/refund.do: a parameter that is sent unchecked must be a string of valid UTF-8, an int, a bool or an array
rest/refund.do: a parameter that is sent unchecked must be a string of valid UTF-8, an int, a bool or an array
rest/refund.do: userName is not a parameter: credentials are given to the constructor
0 sent
/payment/rest/register.do …&orderNumber=n%201&amount=1&returnUrl=https%3A%2F%2Fshop.example%2F
/payment/rest/register.do …&orderNumber=123&amount=1&returnUrl=https%3A%2F%2Fshop.example%2F
/payment/rest/register.do …&orderNumber=%D1%8F%D1%8F%D1%8F%D1%8F%D1%8F%D1%8F%D1%8F%D1%8F%D1%8F%D1%8F%D1%8F%D1%8F%D1%8F%D1%8F%D1%8F%D1%8F%D1%8F%D1%8F%D1%8F%D1%8F%D1%8F%D1%8F%D1%8F%D1%8F%D1%8F%D1%8F%D1%8F%D1%8F%D1%8F%D1%8F%D1%8F%D1%8F%D1%8F%D1%8F%D1%8F%D1%8F&amount=999999999999&returnUrl=https%3A%2F%2Fshop.example%2F
/payment/rest/register.do …&orderNumber=n&amount=0&returnUrl=https%3A%2F%2Fshop.example%2F&features=VERIFY
/payment/rest/register.do …&orderNumber=n&amount=0&returnUrl=https%3A%2F%2Fshop.example%2F&features=FORCE_TDS&features=VERIFY
/payment/rest/register.do …&orderNumber=n&amount=1&returnUrl=https%3A%2F%2Fshop.example%2F&email=a%2Bb%40c.example&currency=643
/payment/rest/register.do …&orderNumber=n&amount=1&returnUrl=https%3A%2F%2Fshop.example%2F&jsonParams=%7B%22a%22%3A%22b%5C%22%2F%D1%8F%22%2C%22n%22%3A%225%22%2C%22t%22%3A%22true%22%2C%22o%22%3A%22t%22%7D
/payment/rest/register.do …&orderNumber=n&amount=1&returnUrl=https%3A%2F%2Fshop.example%2F&jsonParams=%7B%7D
/payment/rest/register.do …&orderNumber=n&amount=1&returnUrl=https%3A%2F%2Fshop.example%2F&additionalOfdParams=%7B%22list%22%3A%5B%7B%22name%22%3A%22x%22%2C%22n%22%3A1%2C%22f%22%3A0.5%2C%22null%22%3Anull%7D%5D%7D
/payment/rest/registerPreAuth.do …&orderNumber=n&amount=1&returnUrl=https%3A%2F%2Fshop.example%2F&autoReverseDate=2028-02-29T23%3A59%3A59
/payment/rest/deposit.do …&orderId=id&amount=0
/payment/rest/deposit.do …&orderId=id&amount=0&currency=012
/payment/rest/reverse.do …&orderId=id&amount=1
/payment/rest/getOrderStatusExtended.do …&orderNumber=n
/payment/rest/getOrderStatusExtended.do …&orderId=id&orderNumber=n&language=en
/payment/rest/getBindings.do …&clientId=c&showExpired=false
/payment/rest/instantPayment.do …&amount=1&returnUrl=https%3A%2F%2Fshop.example%2F&bindingId=b&preAuth=true&autocompletionDate=2026-11-22T00%3A00%3A00
/recurrent/v1/task/create {…,"task":{"amount":100,"currency":"398","merchantTaskUuid":"m-1","bindingId":"b","clientId":"c","scheduleData":{"scheduledSince":"2026-01-24T00:00:00.000+0300","scheduledTill":"2027-01-24T00:00:00.000+0300","timeUnit":"DAYS","value":1}},"locale":"EN"}
/recurrent/v1/task/get {…,"taskIdentifier":{"taskUuid":"u"}}
/recurrent/v1/task/batchTerminate {…,"taskIdentifiers":[{"taskUuid":"u"},{"merchantTaskUuid":"m","merchantLogin":"l"}]}
/recurrent/v1/payment/skip {…,"taskIdentifier":{"taskUuid":"u"},"paymentNumber":2}
/recurrent/v1/task/activate {…,"taskIdentifier":{"taskUuid":"u"}}
/payment/installmentPayment.do {…,"orderNumber":"n","bindingId":"b","amount":1,"preAuth":false}
/payment/applepay/payment.do {"merchant":"m","orderNumber":"n","paymentToken":"t+/="}
/payment/google/payment.do {"merchant":"m","orderNumber":"n","paymentToken":"t","amount":1,"returnUrl":"https://shop.example/","ip":"::1","clientId":"c"}
/payment/samsung/paymentDirect.do {…,"merchant":"m","orderNumber":"n","paymentToken":"t"}
/payment/token/payment.do {…,"amount":1,"tokenType":"VTS","paymentData":{"dpan":"4444555511113333","MM":"01","YYYY":"2030"},"returnUrl":"https://shop.example/","jsonParams":[{"name":"a","value":"b"},{"name":"c","value":"1"}]}
/payment/token/payment.do {…,"amount":1,"tokenType":"VTS","paymentData":{"dpan":"4444555511113333","MM":"01","YYYY":"2030"},"returnUrl":"https://shop.example/"}
/payment/installmentPayment.do {…,"orderNumber":"n","bindingId":"b","amount":1,"preAuth":true,"currency":"398"}
/payment/installmentPayment.do {…,"orderNumber":"n","bindingId":"b","amount":1,"preAuth":true,"description":"t"}
/payment/rest/paymentorder.do …&MDORDER=id&%24PAN=4444555511113333&%24CVC=123&YYYY=2030&MM=01&TEXT=CARD%20HOLDER
/payment/rest/paymentorder.do …&MDORDER=id&%24EXPIRY=203012&%24PAN=4444555511113333&TEXT=A
/payment/rest/paymentorder.do …&MDORDER=id&seToken=a%2B%2F%3D&TEXT=A
/payment/rest/x.do …&a=b%20c&n=1&y=true&o=%7B%22k%22%3A%22v%22%7D
/payment/wallet/pay.do {…,"a":"b c","n":1,"y":true,"o":{"k":"v"}}
/payment/rest/register.do …&orderNumber=n&amount=1&returnUrl=https%3A%2F%2Fshop.example%2F&clientId=17&merchantLogin=5&description=1984
/payment/rest/register.do …&orderNumber=n&amount=1&returnUrl=https%3A%2F%2Fshop.example%2F
/payment/rest/register.do …&orderNumber=n&amount=1&returnUrl=https%3A%2F%2Fshop.example%2F&phone=%2B79991234567&language=ru&currency=643
/payment/rest/register.do …&orderNumber=n&amount=1&returnUrl=https%3A%2F%2Fshop.example%2F&phone=79991234567&language=kk&currency=051
/payment/rest/register.do …&orderNumber=n&amount=1&returnUrl=https%3A%2F%2Fshop.example%2F&features=A&features=FORCE_TDS
/payment/rest/register.do …&orderNumber=n&amount=1&returnUrl=https%3A%2F%2Fshop.example%2F&jsonParams=%7B%22b%22%3A%22%22%2C%227%22%3A%228%22%2C%22c%22%3A%22false%22%7D
/payment/rest/register.do …&orderNumber=n&amount=1&returnUrl=https%3A%2F%2Fshop.example%2F&orderBundle=%7B%22cartItems%22%3A%7B%22items%22%3A%5B%7B%22itemCurrency%22%3A643%2C%22positionId%22%3A1%2C%22name%22%3A%22Tea%22%2C%22itemCode%22%3A%2217%22%2C%22itemAmount%22%3A1%2C%22quantity%22%3A%7B%22value%22%3A2.000%2C%22measure%22%3A%220%22%7D%7D%5D%7D%7D
/payment/rest/getBindings.do …&clientId=17&bindingType=C
/payment/rest/getBindings.do …&clientId=17
/recurrent/v1/task/batchTerminate {…,"taskIdentifiers":[{"taskUuid":"17"},{"taskUuid":"b"}]}
/payment/rest/x.do …&features=A&features=B&phone=%2B7%20%28999%29%201
/payment/x.do {…,"features":"A;B"}
/payment/rest/refund.do …&orderId=id&amount=0&bankOwn=
/payment/rest/register.do …&features=A&features=B&orderBundle=%7B%22a%22%3A1%7D&expirationDate=2026-11-22T00%3A00%3A00
/recurrent/v1/task/create {…,"since":"2026-11-22T03:00:00.000+0300"}
/payment/rest/getBindings.do …&clientId=17
/payment/rest/getBindings.do …&clientId=c%2017
/payment/rest/getBindings.do …&clientId=c%2018
…&orderNumber=n&amount=1&returnUrl=https%3A%2F%2Fshop.example%2F&bankOwn=x&bankList=%5B%22a%22%5D&language=kk&currency=398
…&orderNumber=n&amount=1&returnUrl=https%3A%2F%2Fshop.example%2F&currency=643&language=kk
…&orderId=id&language=kk
