--TEST--
actionCodes: the bank's own words first, then the platform's, and nothing that only another bank documents
--EXTENSIONS--
payment_gateway
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/calls.inc';

/** Who documents a code besides the platform, or alone: by the documents. */
const ALONE = [
    'BPC' => [-30001, -2200, -2024, -2023, -2022],
    'Alfa-Bank' => [-3003, -2102, -2101, -2029, -2028, -2027, -2026],
    'Sberbank' => [
        -5031, -3101, -3100, -99, 7, 12, 13, 14, 15, 31, 41, 43, 53, 61, 62, 65, 75, 76, 81, 93, 94, 96, 118, 239, 258, 400, 1004, 2009, 2016,
    ],
];
const PLATFORM = [
    -20010, -9000, -2020, -2019, -2018, -2017, -2016, -2015, -2013, -2012, -2011, -2010, -2007, -2006, -2005, -100, -1, 0, 1, 5, 82, 100, 101, 103,
    104, 106, 107, 109, 110, 111, 116, 120, 121, 123, 125, 200, 208, 209, 902, 903, 904, 907, 909, 910, 913, 914, 999, 1001, 1014, 1015, 1017,
    1018, 1019, 1041, 2000, 2001, 2003, 2004, 2005, 2006, 2014, 8204, 9001,
];
const OWN = ['alfabank' => 'Alfa-Bank', 'sberbank' => 'Sberbank', 'sberbank-classic' => 'RBS', 'bereke' => 'BPC', 'vtb-kz' => 'BPC', 'bpc-test' => 'BPC'];

$wrong = 0;
$expect = static function (int $code, ?string $bank, ?string $source) use (&$wrong): void {
    $meaning = PaymentGateway::actionCodeMeaning($code, $bank);
    if (($meaning === null) !== ($source === null) || PaymentGateway::actionCodeSource($code, $bank) !== $source) {
        $wrong++;
        printf("%d of %s should be of %s: %s by %s\n", $code, $bank ?? 'no bank', $source ?? 'nobody', $meaning ?? 'null', PaymentGateway::actionCodeSource($code, $bank) ?? 'nobody');
    }
};
foreach ([null, ...array_keys(OWN)] as $bank) {
    $own = OWN[$bank ?? ''] ?? null;
    foreach (ALONE as $source => $codes) {
        foreach ($codes as $code) {
            // BPC is the platform's vendor.
            $expect($code, $bank, $source === $own || $source === 'BPC' ? $source : null);
        }
    }
    foreach (PLATFORM as $code) {
        $expect($code, $bank, match (true) {
            $own === 'Alfa-Bank' && $code !== 82 => $own,
            $own === 'Sberbank' && $code === 82 => $own,
            default => 'RBS',
        });
    }
    $expect(-2025, $bank, $own === 'Alfa-Bank' ? $own : 'BPC');
    // Not in any document.
    foreach ([2, 99, 117, 3000, 12345678, -12345, PHP_INT_MIN, PHP_INT_MAX] as $code) {
        $expect($code, $bank, null);
    }
}
echo "$wrong wrong\n";

echo "-- where documents disagree\n";
foreach ([2002, 2007] as $code) {
    foreach ([null, ...array_keys(OWN)] as $bank) {
        printf("%d %-16s %-50s %s\n", $code, $bank ?? '-', PaymentGateway::actionCodeMeaning($code, $bank) ?? 'null', PaymentGateway::actionCodeSource($code, $bank) ?? 'null');
    }
}

echo "-- with the number of the authorisation host before it\n";
foreach ([null, 'bereke', 'sberbank'] as $bank) {
    foreach ([71015, 70007, 72007, 10000, 99999] as $code) {
        printf("%d %-8s %s\n", $code, $bank ?? '-', PaymentGateway::actionCodeMeaning($code, $bank) ?? 'null');
    }
}

echo "-- no such bank\n";
echo refusal(fn () => PaymentGateway::actionCodeMeaning(116, 'nobody')), "\n";
echo refusal(fn () => PaymentGateway::actionCodeSource(116, '')), "\n";
?>
--EXPECT--
0 wrong
-- where documents disagree
2002 -                null                                               null
2002 alfabank         the payment is over a limit                        Alfa-Bank
2002 sberbank         the operations are out of sequence                 Sberbank
2002 sberbank-classic the payment is over a limit                        RBS
2002 bereke           the payment is over a limit                        RBS
2002 vtb-kz           the payment is over a limit                        RBS
2002 bpc-test         the payment is over a limit                        RBS
2007 -                null                                               null
2007 alfabank         the order's lifetime ended before a payment        Alfa-Bank
2007 sberbank         the order was paid already                         Sberbank
2007 sberbank-classic the order's lifetime ended before a payment        RBS
2007 bereke           the order's lifetime ended before a payment        RBS
2007 vtb-kz           the order's lifetime ended before a payment        RBS
2007 bpc-test         the order's lifetime ended before a payment        RBS
-- with the number of the authorisation host before it
71015 -        wrong card data
70007 -        null
72007 -        null
10000 -        null
99999 -        null
71015 bereke   wrong card data
70007 bereke   null
72007 bereke   the order's lifetime ended before a payment
10000 bereke   null
99999 bereke   null
71015 sberbank null
70007 sberbank null
72007 sberbank null
10000 sberbank null
99999 sberbank null
-- no such bank
actionCodeMeaning: unknown bank; the banks are: alfabank, alfabank-test, bereke, bereke-test, bpc-test, bpsprocessing-test, sberbank, sberbank-classic, sberbank-classic-test, sberbank-test, vtb-kz, vtb-kz-test
actionCodeSource: unknown bank; the banks are: alfabank, alfabank-test, bereke, bereke-test, bpc-test, bpsprocessing-test, sberbank, sberbank-classic, sberbank-classic-test, sberbank-test, vtb-kz, vtb-kz-test
