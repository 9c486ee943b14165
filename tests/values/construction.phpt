--TEST--
What the constructor takes and refuses
--EXTENSIONS--
payment_gateway
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/calls.inc';

const URI = 'https://gateway.example/payment/';

function refused(mixed ...$arguments): void
{
    $e = caught(fn () => new PaymentGateway(...$arguments));
    echo $e instanceof PaymentGateway\ArgumentException || $e === null ? '' : $e::class . ': ', $e?->getMessage(), "\n";
}

echo "-- base URI\n";
foreach ([
    '', 'gateway', 'gateway.example/payment/', '/payment/', 'ftp://gateway.example/payment/', 'https://', 'https:///payment/',
    'http://gateway.example/payment/', 'http://128.0.0.1/payment/', 'http://[::2]/payment/', 'http://localhost.example/payment/',
    'http://127.0.0.1.example/payment/', 'https://user@gateway.example/payment/', 'https://user:word@gateway.example/payment/',
    'https://gateway.example/payment/?a=b', 'https://gateway.example/payment/?', 'https://gateway.example/payment/#a',
    'https://gateway.example/payment/rest/', 'https://gateway.example/payment/rest', 'https://gateway.example/pay ment/',
    "https://gateway.example/payment/\0", "https://gateway.example/\npayment/", 'https://gateway.example:99999/payment/',
    'javascript:alert(1)', 'file:///etc/passwd',
] as $uri) {
    printf('%-46s ', json_encode($uri, JSON_UNESCAPED_SLASHES));
    refused($uri, 'user', 'word');
}
foreach ([
    'https://gateway.example/payment/', 'https://gateway.example/payment', 'https://gateway.example:8443/ab', 'HTTPS://gateway.example/payment/',
    'http://127.0.0.1:8080/payment/', 'http://127.9.9.9/payment/', 'http://[::1]:8080/payment', 'http://localhost:8080/payment/',
] as $uri) {
    printf("%-46s %s\n", $uri, baseUri(print_r(new PaymentGateway($uri, 'user', 'word'), true)));
}

function baseUri(string $printed): string
{
    return preg_match('/\[baseUri\] => (\S+)/', $printed, $match) ? $match[1] : 'none';
}

echo "-- credentials\n";
refused(URI);
refused(URI, 'user');
refused(URI, null, 'word');
refused(URI, 'user', 'word', 'token');
refused(URI, 'user', null, 'token');
refused(URI, '', 'word');
refused(URI, 'user', '');
refused(URI, null, null, '');
refused(URI, str_repeat('u', 101), 'word');
refused(URI, 'user', str_repeat('w', 201));
refused(URI, null, null, str_repeat('t', 257));
refused(URI, "us\xFFer", 'word');
refused(URI, 'user', "wo\0rd");
refused(URI, 1, 'word');
refused();

echo "-- options\n";
foreach ([
    ['timeot' => 1], ['xyz' => 1], [1], ['timeout' => 0], ['timeout' => -1], ['timeout' => '30'], ['timeout' => NAN], ['timeout' => INF],
    ['timeout' => 86_401], ['connectTimeout' => 0.0001], ['connectTimeout' => true], ['caFile' => '/no/such/file'], ['caFile' => 1],
    ['caFile' => ''], ['proxy' => ''], ['proxy' => 'http://'], ['proxy' => 5], ['proxy' => 'gopher://proxy:70'], ['ipResolve' => 4], ['ipResolve' => 'v5'],
    ['language' => 'eng'], ['language' => 'e1'], ['language' => "en\0"], ['currency' => 'RUR'], ['currency' => 6433], ['currency' => '65'],
    ['extraParameters' => 1], ['password' => 'x'], ['retries' => -1], ['retries' => 11], ['retries' => '2'], ['retries' => true],
    ['clientCertificate' => '/no/such/file'], ['clientKey' => '/dev/null'], ['clientKeyPassword' => 'secret'], ['clientKeyPassword' => 1],
    ['interface' => 1], ['interface' => ''], ['logger' => 1], ['logger' => 'no_such_function'], ['logger' => new stdClass()],
] as $options) {
    printf('%-28s ', str_replace("\n", '', var_export_short($options)));
    refused(URI, 'user', 'word', null, $options);
}
refused(URI, 'user', 'word', null, 'timeout');
echo 'a long interface: ';
refused(URI, 'user', 'word', null, ['interface' => str_repeat('x', 254)]);

function var_export_short(array $options): string
{
    $value = reset($options);

    return key($options) . ' ' . (is_float($value) ? var_export($value, true) : json_encode($value));
}

refused('http://127.0.0.1/payment/', 'user', 'word', null, ['proxy' => 'http://proxy.example:3128']);
$client = new PaymentGateway(URI, 'user', 'word', options: [
    'timeout' => 12.5, 'connectTimeout' => 2, 'caFile' => __FILE__, 'proxy' => 'http://name:word@proxy.example:3128', 'ipResolve' => 'v4',
    'language' => 'kk_KZ', 'currency' => 'KZT', 'extraParameters' => true,
]);
echo str_replace(__FILE__, 'FILE', print_r($client, true));
print_r(new PaymentGateway(URI, token: 'token', options: ['timeout' => null, 'proxy' => null]));

echo "-- the object\n";
echo caught(fn () => $client->__construct(URI, 'user', 'word'))->getMessage(), "\n";
echo caught(fn () => (new ReflectionClass(PaymentGateway::class))->newInstanceWithoutConstructor()->deposit('id'))->getMessage(), "\n";
echo caught(fn () => (new ReflectionClass(PaymentGateway::class))->newInstanceWithoutConstructor()->call('deposit'))->getMessage(), "\n";
echo caught(fn () => clone $client)->getMessage(), "\n";
echo caught(fn () => serialize($client))->getMessage(), "\n";
echo caught(fn () => unserialize('O:14:"PaymentGateway":0:{}'))->getMessage(), "\n";
echo caught(fn () => $client->anything = 1)->getMessage(), "\n";
var_dump($client == new PaymentGateway(URI, 'user', 'word'), $client == $client);

/** A shop's tests mock the class. */
class Mock extends PaymentGateway
{
    public array $calls = [];

    public function __construct()
    {
    }

    public function refund(string $orderId, int $amount, #[\SensitiveParameter] array $params = []): array
    {
        $this->calls[] = [$orderId, $amount];

        return ['errorCode' => 0];
    }
}
$mock = new Mock();
var_dump($mock->refund('id', 5));
print_r($mock);
echo caught(fn () => $mock->deposit('id'))->getMessage(), "\n";

?>
--EXPECT--
-- base URI
""                                             baseUri must be an absolute http or https URL, such as https://3dsec.berekebank.kz/payment/
"gateway"                                      baseUri must be an absolute http or https URL, such as https://3dsec.berekebank.kz/payment/
"gateway.example/payment/"                     baseUri must be an absolute http or https URL, such as https://3dsec.berekebank.kz/payment/
"/payment/"                                    baseUri must be an absolute http or https URL, such as https://3dsec.berekebank.kz/payment/
"ftp://gateway.example/payment/"               baseUri must begin with https://
"https://"                                     baseUri must be an absolute http or https URL, such as https://3dsec.berekebank.kz/payment/
"https:///payment/"                            baseUri must be an absolute http or https URL, such as https://3dsec.berekebank.kz/payment/
"http://gateway.example/payment/"              baseUri must begin with https://: plain http is allowed for loopback addresses only
"http://128.0.0.1/payment/"                    baseUri must begin with https://: plain http is allowed for loopback addresses only
"http://[::2]/payment/"                        baseUri must begin with https://: plain http is allowed for loopback addresses only
"http://localhost.example/payment/"            baseUri must begin with https://: plain http is allowed for loopback addresses only
"http://127.0.0.1.example/payment/"            baseUri must begin with https://: plain http is allowed for loopback addresses only
"https://user@gateway.example/payment/"        baseUri must not contain a user name or password: pass them as userName and password
"https://user:word@gateway.example/payment/"   baseUri must not contain a user name or password: pass them as userName and password
"https://gateway.example/payment/?a=b"         baseUri must not contain a query: end it at /payment/
"https://gateway.example/payment/?"            baseUri must not contain a query: end it at /payment/
"https://gateway.example/payment/#a"           baseUri must not contain a fragment: end it at /payment/
"https://gateway.example/payment/rest/"        baseUri must end before rest/: write it up to and including /payment/
"https://gateway.example/payment/rest"         baseUri must end before rest/: write it up to and including /payment/
"https://gateway.example/pay ment/"            baseUri must be an absolute http or https URL, such as https://3dsec.berekebank.kz/payment/
"https://gateway.example/payment/\u0000"       baseUri must be an absolute http or https URL, such as https://3dsec.berekebank.kz/payment/
"https://gateway.example/\npayment/"           baseUri must be an absolute http or https URL, such as https://3dsec.berekebank.kz/payment/
"https://gateway.example:99999/payment/"       baseUri must be an absolute http or https URL, such as https://3dsec.berekebank.kz/payment/
"javascript:alert(1)"                          baseUri must be an absolute http or https URL, such as https://3dsec.berekebank.kz/payment/
"file:///etc/passwd"                           baseUri must be an absolute http or https URL, such as https://3dsec.berekebank.kz/payment/
https://gateway.example/payment/               https://gateway.example/payment/
https://gateway.example/payment                https://gateway.example/payment/
https://gateway.example:8443/ab                https://gateway.example:8443/ab/
HTTPS://gateway.example/payment/               https://gateway.example/payment/
http://127.0.0.1:8080/payment/                 http://127.0.0.1:8080/payment/
http://127.9.9.9/payment/                      http://127.9.9.9/payment/
http://[::1]:8080/payment                      http://[::1]:8080/payment/
http://localhost:8080/payment/                 http://localhost:8080/payment/
-- credentials
credentials are missing: give userName and password, or token
password is missing: userName and password go together
userName is missing: userName and password go together
give either userName and password, or token, not both
give either userName and password, or token, not both
userName must have 1 to 100 characters of valid UTF-8
password must have 1 to 200 characters of valid UTF-8
token must have 1 to 256 characters of valid UTF-8
userName must have 1 to 100 characters of valid UTF-8
password must have 1 to 200 characters of valid UTF-8
token must have 1 to 256 characters of valid UTF-8
userName must have 1 to 100 characters of valid UTF-8
password must have 1 to 200 characters of valid UTF-8
TypeError: PaymentGateway::__construct(): Argument #2 ($userName) must be of type ?string, int given
ArgumentCountError: PaymentGateway::__construct() expects at least 1 argument, 0 given
-- options
timeot 1                     option timeot is unknown; did you mean timeout?
xyz 1                        unknown option; the options are: timeout, connectTimeout, retries, caFile, clientCertificate, clientKey, clientKeyPassword, signatureKey, signatureKeyPassword, interface, proxy, ipResolve, language, currency, extraParameters, dialect, timezone, logger
0 1                          options must be given by name
timeout 0                    option timeout must be seconds, int or float, from 0.001 to 86400
timeout -1                   option timeout must be seconds, int or float, from 0.001 to 86400
timeout "30"                 option timeout must be seconds, int or float, from 0.001 to 86400
timeout NAN                  option timeout must be seconds, int or float, from 0.001 to 86400
timeout INF                  option timeout must be seconds, int or float, from 0.001 to 86400
timeout 86401                option timeout must be seconds, int or float, from 0.001 to 86400
connectTimeout 0.0001        option connectTimeout must be seconds, int or float, from 0.001 to 86400
connectTimeout true          option connectTimeout must be seconds, int or float, from 0.001 to 86400
caFile "\/no\/such\/file"    option caFile: the file cannot be read; it must be the path of a PEM file of CA certificates
caFile 1                     option caFile must be the path of a PEM file of CA certificates
caFile ""                    option caFile must be the path of a PEM file of CA certificates
proxy ""                     option proxy must be the URL of a proxy, such as http://proxy:3128
proxy "http:\/\/"            option proxy must be the URL of a proxy, such as http://proxy:3128
proxy 5                      option proxy must be the URL of a proxy, such as http://proxy:3128
proxy "gopher:\/\/proxy:70"  option proxy must be the URL of a proxy, such as http://proxy:3128
ipResolve 4                  option ipResolve must be 'v4' or 'v6'
ipResolve "v5"               option ipResolve must be 'v4' or 'v6'
language "eng"               option language must be two letters, such as 'en', or a locale
language "e1"                option language must be two letters, such as 'en', or a locale
language "en\u0000"          option language must be two letters, such as 'en', or a locale
currency "RUR"               option currency must be a currency of ISO 4217, such as '643' or 'RUB'
currency 6433                option currency must be a currency of ISO 4217, such as '643' or 'RUB'
currency "65"                option currency must be a currency of ISO 4217, such as '643' or 'RUB'
extraParameters 1            option extraParameters must be true or false
password "x"                 unknown option; the options are: timeout, connectTimeout, retries, caFile, clientCertificate, clientKey, clientKeyPassword, signatureKey, signatureKeyPassword, interface, proxy, ipResolve, language, currency, extraParameters, dialect, timezone, logger
retries -1                   option retries must be an int from 0 to 10
retries 11                   option retries must be an int from 0 to 10
retries "2"                  option retries must be an int from 0 to 10
retries true                 option retries must be an int from 0 to 10
clientCertificate "\/no\/such\/file" option clientCertificate: the file cannot be read; it must be the path of a PEM file with a certificate and, unless clientKey names it, its key
clientKey "\/dev\/null"      option clientKey requires clientCertificate
clientKeyPassword "secret"   option clientKeyPassword requires clientCertificate
clientKeyPassword 1          option clientKeyPassword must be a string
interface 1                  option interface must be a network interface, or an address of this host
interface ""                 option interface must be a network interface, or an address of this host
logger 1                     option logger must be a callable that takes one array, or a PSR-3 logger
logger "no_such_function"    option logger must be a callable that takes one array, or a PSR-3 logger
logger {}                    option logger must be a callable that takes one array, or a PSR-3 logger
TypeError: PaymentGateway::__construct(): Argument #5 ($options) must be of type array, string given
a long interface: option interface must be a network interface, or an address of this host
option proxy requires https: over plain http the proxy would read the password
PaymentGateway Object
(
    [baseUri] => https://gateway.example/payment/
    [dialect] => classic
    [userName] => user
    [timeout] => 12.5
    [connectTimeout] => 2
    [retries] => 2
    [caFile] => FILE
    [proxy] => http://proxy.example:3128/
    [ipResolve] => v4
    [language] => kk
    [currency] => 398
    [extraParameters] => 1
)
PaymentGateway Object
(
    [baseUri] => https://gateway.example/payment/
    [dialect] => classic
    [timeout] => 30
    [connectTimeout] => 5
    [retries] => 2
    [extraParameters] => 
)
-- the object
The PaymentGateway object is already constructed
The PaymentGateway object has not been constructed
The PaymentGateway object has not been constructed
Trying to clone an uncloneable object of class PaymentGateway
Serialization of 'PaymentGateway' is not allowed
Unserialization of 'PaymentGateway' is not allowed
Cannot create dynamic property PaymentGateway::$anything
bool(false)
bool(true)
array(1) {
  ["errorCode"]=>
  int(0)
}
Mock Object
(
    [calls] => Array
        (
            [0] => Array
                (
                    [0] => id
                    [1] => 5
                )

        )

)
The PaymentGateway object has not been constructed
