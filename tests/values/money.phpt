--TEST--
Money: decimal strings to minor units and back
--EXTENSIONS--
payment_gateway
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/calls.inc';

use PaymentGateway\ArgumentException;
use PaymentGateway\Money;

function refused(callable $call): void
{
    $e = caught($call);
    echo $e instanceof ArgumentException ? $e->getMethod() . ': ' : get_class($e) . ': ', $e->getMessage(), "\n";
}

echo "-- to minor units\n";
foreach ([
    ['1234.50', 'KZT'], ['1.5', 'kzt'], ['1', '398'], ['0', 398], ['0.05', '012'], ['0.05', 12], ['1999', 'JPY'], ['1.234', 'KWD'],
    ['0.0001', 'CLF'], ['1234.5000', 'KZT'], ['7.00', 'JPY'], ['9999999999.99', 'RUB'],
] as [$amount, $currency]) {
    $minorUnits = Money::toMinorUnits($amount, $currency);
    printf("%-14s %-6s %13d %s\n", $amount, json_encode($currency), $minorUnits, Money::toDecimal($minorUnits, $currency));
}

echo "-- refused\n";
foreach ([
    ['1.005', 'KZT'], ['1.5', 'JPY'], ['1e3', 'KZT'], ['-1', 'KZT'], ['+1', 'KZT'], ['1 000', 'KZT'], ['1,50', 'KZT'], ["1'000", 'KZT'],
    ['', 'KZT'], ['.5', 'KZT'], ['5.', 'KZT'], [' 5', 'KZT'], ["5\n", 'KZT'], ["5\0", 'KZT'], ['١', 'KZT'], ['0x5', 'KZT'], ['007', 'KZT'],
    ['10000000000', 'KZT'], ['1', 'XAU'], ['1', 'BGN'], ['1', 810], ['1', ''], ['1', '12'], ['1', 'Tenge'], ['1', -1],
] as [$amount, $currency]) {
    printf('%-14s %-7s ', json_encode($amount, JSON_UNESCAPED_UNICODE), json_encode($currency));
    refused(fn () => Money::toMinorUnits($amount, $currency));
}
refused(fn () => Money::toDecimal(1, 'XDR'));
refused(fn () => Money::toDecimal(1, 'KZ'));

echo "-- to decimals\n";
foreach ([[0, 'KZT'], [-5, 'KZT'], [-12345, 'KWD'], [7, 'JPY'], [-7, 'JPY'], [PHP_INT_MAX, 'KZT'], [PHP_INT_MIN, 'UYW']] as $arguments) {
    var_dump(Money::toDecimal(...$arguments));
}

echo "-- currencies\n";
foreach (['KZT', 'kzt', '398', 398, 'JPY', 'KWD', 'CLF', '012', 12, 'ALL', '008', 8] as $currency) {
    printf("%-6s %s %d\n", json_encode($currency), Money::currencyNumber($currency), Money::currencyExponent($currency));
}
var_dump(Money::currencyNumber('XAU'));
foreach (['XAU', 'BGN', 810, '', 'Tenge'] as $currency) {
    refused(fn () => Money::currencyExponent($currency));
}
refused(fn () => Money::currencyNumber('BGN'));

echo "-- types, strict\n";
refused(fn () => Money::currencyNumber(398.0));
refused(fn () => Money::currencyExponent(null));
refused(fn () => Money::currencyNumber());
refused(fn () => Money::toMinorUnits(1.5, 'KZT'));
refused(fn () => Money::toMinorUnits(1, 'KZT'));
refused(fn () => Money::toMinorUnits(null, 'KZT'));
refused(fn () => Money::toMinorUnits('1', 398.0));
refused(fn () => Money::toDecimal(1.0, 'KZT'));
refused(fn () => Money::toDecimal('1', 'KZT'));
refused(fn () => Money::toMinorUnits('1'));

echo "-- types, weak\n";
eval(<<<'PHP'
    use PaymentGateway\Money;
    $text = new class { public function __toString(): string { return '1'; } };
    refused(fn () => Money::toMinorUnits(1.5, 'KZT'));
    refused(fn () => Money::toMinorUnits(1, 'KZT'));
    refused(fn () => Money::toMinorUnits(true, 'KZT'));
    refused(fn () => Money::toMinorUnits($text, 'KZT'));
    refused(fn () => Money::toMinorUnits('1', 398.0));
    refused(fn () => Money::toMinorUnits('1', null));
    refused(fn () => Money::toDecimal(1.0, 'KZT'));
    refused(fn () => Money::toDecimal('1', 'KZT'));
    refused(fn () => Money::toDecimal(false, 'KZT'));
    refused(fn () => Money::currencyNumber(398.0));
    refused(fn () => Money::currencyExponent(true));
    PHP);

echo "-- the class\n";
$class = new ReflectionClass(Money::class);
var_dump($class->isFinal(), $class->isInstantiable());
refused(fn () => new Money());

echo "-- every total up to 1000.00\n";
$lost = $wrong = 0;
for ($i = 0; $i < 100_000; $i++) {
    $text = sprintf('%d.%02d', intdiv($i, 100), $i % 100);
    $lost += (int) ((float) $text * 100) !== $i ? 1 : 0;
    $wrong += Money::toMinorUnits($text, 'KZT') !== $i || Money::toDecimal($i, 'KZT') !== $text ? 1 : 0;
}
echo "$lost wrong by a float, $wrong wrong by Money\n";

?>
--EXPECT--
-- to minor units
1234.50        "KZT"         123450 1234.50
1.5            "kzt"            150 1.50
1              "398"            100 1.00
0              398                0 0.00
0.05           "012"              5 0.05
0.05           12                 5 0.05
1999           "JPY"           1999 1999
1.234          "KWD"           1234 1.234
0.0001         "CLF"              1 0.0001
1234.5000      "KZT"         123450 1234.50
7.00           "JPY"              7 7
9999999999.99  "RUB"   999999999999 9999999999.99
-- refused
"1.005"        "KZT"   Money::toMinorUnits: amount must have at most 2 decimals, as KZT has
"1.5"          "JPY"   Money::toMinorUnits: amount must have no decimals: JPY has none
"1e3"          "KZT"   Money::toMinorUnits: amount must be plain digits with a decimal point at most, such as '1234.50': no sign, exponent, space, separator or leading zero
"-1"           "KZT"   Money::toMinorUnits: amount must be plain digits with a decimal point at most, such as '1234.50': no sign, exponent, space, separator or leading zero
"+1"           "KZT"   Money::toMinorUnits: amount must be plain digits with a decimal point at most, such as '1234.50': no sign, exponent, space, separator or leading zero
"1 000"        "KZT"   Money::toMinorUnits: amount must be plain digits with a decimal point at most, such as '1234.50': no sign, exponent, space, separator or leading zero
"1,50"         "KZT"   Money::toMinorUnits: amount must be plain digits with a decimal point at most, such as '1234.50': no sign, exponent, space, separator or leading zero
"1'000"        "KZT"   Money::toMinorUnits: amount must be plain digits with a decimal point at most, such as '1234.50': no sign, exponent, space, separator or leading zero
""             "KZT"   Money::toMinorUnits: amount must be plain digits with a decimal point at most, such as '1234.50': no sign, exponent, space, separator or leading zero
".5"           "KZT"   Money::toMinorUnits: amount must be plain digits with a decimal point at most, such as '1234.50': no sign, exponent, space, separator or leading zero
"5."           "KZT"   Money::toMinorUnits: amount must be plain digits with a decimal point at most, such as '1234.50': no sign, exponent, space, separator or leading zero
" 5"           "KZT"   Money::toMinorUnits: amount must be plain digits with a decimal point at most, such as '1234.50': no sign, exponent, space, separator or leading zero
"5\n"          "KZT"   Money::toMinorUnits: amount must be plain digits with a decimal point at most, such as '1234.50': no sign, exponent, space, separator or leading zero
"5\u0000"      "KZT"   Money::toMinorUnits: amount must be plain digits with a decimal point at most, such as '1234.50': no sign, exponent, space, separator or leading zero
"١"           "KZT"   Money::toMinorUnits: amount must be plain digits with a decimal point at most, such as '1234.50': no sign, exponent, space, separator or leading zero
"0x5"          "KZT"   Money::toMinorUnits: amount must be plain digits with a decimal point at most, such as '1234.50': no sign, exponent, space, separator or leading zero
"007"          "KZT"   Money::toMinorUnits: amount must be plain digits with a decimal point at most, such as '1234.50': no sign, exponent, space, separator or leading zero
"10000000000"  "KZT"   Money::toMinorUnits: amount must have at most 12 digits of minor units
"1"            "XAU"   Money::toMinorUnits: currency XAU has no minor unit in ISO 4217
"1"            "BGN"   Money::toMinorUnits: currency must be a current one of ISO 4217, by its three letters or its number, such as 'KZT', '398' or 398
"1"            810     Money::toMinorUnits: currency must be a current one of ISO 4217, by its three letters or its number, such as 'KZT', '398' or 398
"1"            ""      Money::toMinorUnits: currency must be a current one of ISO 4217, by its three letters or its number, such as 'KZT', '398' or 398
"1"            "12"    Money::toMinorUnits: currency must be a current one of ISO 4217, by its three letters or its number, such as 'KZT', '398' or 398
"1"            "Tenge" Money::toMinorUnits: currency must be a current one of ISO 4217, by its three letters or its number, such as 'KZT', '398' or 398
"1"            -1      Money::toMinorUnits: currency must be a current one of ISO 4217, by its three letters or its number, such as 'KZT', '398' or 398
Money::toDecimal: currency XDR has no minor unit in ISO 4217
Money::toDecimal: currency must be a current one of ISO 4217, by its three letters or its number, such as 'KZT', '398' or 398
-- to decimals
string(4) "0.00"
string(5) "-0.05"
string(7) "-12.345"
string(1) "7"
string(2) "-7"
string(20) "92233720368547758.07"
string(21) "-922337203685477.5808"
-- currencies
"KZT"  398 2
"kzt"  398 2
"398"  398 2
398    398 2
"JPY"  392 0
"KWD"  414 3
"CLF"  990 4
"012"  012 2
12     012 2
"ALL"  008 2
"008"  008 2
8      008 2
string(3) "959"
Money::currencyExponent: currency XAU has no minor unit in ISO 4217
Money::currencyExponent: currency must be a current one of ISO 4217, by its three letters or its number, such as 'KZT', '398' or 398
Money::currencyExponent: currency must be a current one of ISO 4217, by its three letters or its number, such as 'KZT', '398' or 398
Money::currencyExponent: currency must be a current one of ISO 4217, by its three letters or its number, such as 'KZT', '398' or 398
Money::currencyExponent: currency must be a current one of ISO 4217, by its three letters or its number, such as 'KZT', '398' or 398
Money::currencyNumber: currency must be a current one of ISO 4217, by its three letters or its number, such as 'KZT', '398' or 398
-- types, strict
TypeError: PaymentGateway\Money::currencyNumber(): Argument #1 ($currency) must be of type string|int, float given
TypeError: PaymentGateway\Money::currencyExponent(): Argument #1 ($currency) must be of type string|int, null given
ArgumentCountError: PaymentGateway\Money::currencyNumber() expects exactly 1 argument, 0 given
TypeError: PaymentGateway\Money::toMinorUnits(): Argument #1 ($amount) must be of type string, float given
TypeError: PaymentGateway\Money::toMinorUnits(): Argument #1 ($amount) must be of type string, int given
TypeError: PaymentGateway\Money::toMinorUnits(): Argument #1 ($amount) must be of type string, null given
TypeError: PaymentGateway\Money::toMinorUnits(): Argument #2 ($currency) must be of type string|int, float given
TypeError: PaymentGateway\Money::toDecimal(): Argument #1 ($minorUnits) must be of type int, float given
TypeError: PaymentGateway\Money::toDecimal(): Argument #1 ($minorUnits) must be of type int, string given
ArgumentCountError: PaymentGateway\Money::toMinorUnits() expects exactly 2 arguments, 1 given
-- types, weak
TypeError: PaymentGateway\Money::toMinorUnits(): Argument #1 ($amount) must be of type string, float given
TypeError: PaymentGateway\Money::toMinorUnits(): Argument #1 ($amount) must be of type string, int given
TypeError: PaymentGateway\Money::toMinorUnits(): Argument #1 ($amount) must be of type string, bool given
TypeError: PaymentGateway\Money::toMinorUnits(): Argument #1 ($amount) must be of type string, class@anonymous given
TypeError: PaymentGateway\Money::toMinorUnits(): Argument #2 ($currency) must be of type string|int, float given
TypeError: PaymentGateway\Money::toMinorUnits(): Argument #2 ($currency) must be of type string|int, null given
TypeError: PaymentGateway\Money::toDecimal(): Argument #1 ($minorUnits) must be of type int, float given
TypeError: PaymentGateway\Money::toDecimal(): Argument #1 ($minorUnits) must be of type int, string given
TypeError: PaymentGateway\Money::toDecimal(): Argument #1 ($minorUnits) must be of type int, bool given
TypeError: PaymentGateway\Money::currencyNumber(): Argument #1 ($currency) must be of type string|int, float given
TypeError: PaymentGateway\Money::currencyExponent(): Argument #1 ($currency) must be of type string|int, bool given
-- the class
bool(true)
bool(false)
Error: Call to private PaymentGateway\Money::__construct() from global scope
-- every total up to 1000.00
4586 wrong by a float, 0 wrong by Money
