--TEST--
Own MPI and 3RI: each row of the documents' tables, accepted and refused, by the client and by requests that bypass it
--EXTENSIONS--
payment_gateway
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/both_ways.inc';

const PROOF = ['cavv' => 'AkZO5XQAA0rhBxoaufa+MAABAAA=', 'xid' => '5010857f-8d3f-74e1-9c5a-54a000cc4110'];
const PRIOR = [
    'initThreeDSReqPriorAuthData' => 'd5bf7963-e94e-718d-8777-2943091ceaa0',
    'initThreeDSReqPriorAuthMethod' => '01',
    'initThreeDSReqPriorAuthTimestamp' => '22202405140811',
    'initThreeDSReqPriorRef' => 'd5bf7963-e94e-718d-8777-2943091ceaa0',
    'recurringExpiry' => '20300101',
    'recurringFrequency' => '1',
];
const COUNTED = ['installments' => '3', 'totalInstallmentAmount' => '2100'];

$both = BothWays::at('2026-03-10T12:00:00');
$stored = $both->binding('anna');

/** The three payments that take such jsonParams. @var array<string, Closure(array<string, mixed>): array<string, mixed>> */
$payments = [
    'paymentOrder' => static fn (array $more): array => $more + ['MDORDER' => $both->order(), 'language' => 'en'] + CARD,
    'paymentOrderBinding' => static fn (array $more): array => $more + ['mdOrder' => $both->order(['clientId' => 'anna']), 'bindingId' => $stored, 'tii' => 'F', 'language' => 'en'],
    'instantPayment' => static fn (array $more): array => $more + ['orderNumber' => BothWays::number(), 'amount' => 700, 'returnUrl' => URL, 'pan' => CARD['$PAN'], 'expiry' => '202612', 'cvc' => '123'],
];

/** What the status says of how the order was authenticated. */
function authenticated(array $sent, array $reply): string
{
    $id = $sent['MDORDER'] ?? $sent['mdOrder'] ?? $reply['orderId'];
    $secure = $GLOBALS['both']->client->getOrderStatusExtended($id)['cardAuthInfo']['secureAuthInfo'];

    return "eci $secure[eci], type $secure[threeDsType], version " . ($secure['threeDSProtocolVersion'] ?? 'none');
}

/** What client and gateway make of it, and what is taken: first by the one, then by the other. */
function outcome(string $method, Closure $make): string
{
    global $both;
    $sent = $make();
    $money = $both->money();
    $client = BothWays::heard(static fn (): array => $both->client->call($method, $sent));
    $taken = $both->money() - $money;
    $money = $both->money();
    $reply = $both->raw($method, $sent = $make());
    $raw = BothWays::verdict($reply);
    // Of the client's refusal the part that says where it begins.
    $client = preg_match('/^\w+: (\S+ \S+)/', $client, $begin) && $begin[0] !== '' ? "refused, $begin[1] …" : $client;

    return sprintf('%s | %s | taken %s', $client, $raw === 'ok' ? authenticated($sent, $reply) : $raw, implode(', ', [$taken, $both->money() - $money]));
}

/** One line a row; methods that differ from the first have one of their own. */
function row(string $rule, array $params, array $more = [], ?array $methods = null): void
{
    global $payments;
    $first = null;
    foreach ($methods ?? array_keys($payments) as $method) {
        $outcome = outcome($method, static fn (): array => $payments[$method]($more + ($params === [] ? [] : ['jsonParams' => $params])));
        if ($outcome !== $first) {
            printf("%-34s %s\n", $first === null ? $rule : "    $method", $outcome);
        }
        $first ??= $outcome;
    }
}

echo "== ECI\n";
foreach (['05', '02', '06', '01', '09'] as $eci) {
    row($eci, ['eci' => $eci] + PROOF);
    foreach (array_keys(PROOF) as $name) {
        row("$eci without $name", array_diff_key(['eci' => $eci] + PROOF, [$name => '']));
    }
}
foreach (['07', '00', '03', '10'] as $eci) {
    row($eci, ['eci' => $eci]);
}
foreach (['04', '08', '11', '99'] as $eci) {
    row($eci, ['eci' => $eci] + PROOF);
}

echo "== authenticationTypeIndicator\n";
foreach (range(0, 9) as $type) {
    foreach (['05', '06', '07'] as $eci) {
        row("$type with ECI $eci", ['eci' => $eci, 'authenticationTypeIndicator' => (string) $type] + PROOF);
    }
}
row('by its newer name', ['eci' => '05', 'threeDsType' => '3'] + PROOF);

echo "== threeDSProtocolVersion\n";
foreach (['1.0.2', '2.1.0', '2.2.0', '2.0.0', '2.3.0'] as $version) {
    row($version, ['eci' => '05', 'threeDSProtocolVersion' => $version] + PROOF);
    foreach (['1', '3'] as $type) {
        row("$version with type $type", ['eci' => '05', 'threeDSProtocolVersion' => $version, 'authenticationTypeIndicator' => $type] + PROOF);
    }
    row("$version, SSL", ['eci' => '07', 'threeDSProtocolVersion' => $version]);
}
$both->sandbox->merchant(['ownMpi' => 1]);
echo "-- where there is no 3-D Secure 1\n";
row('an ECI alone', ['eci' => '05'] + PROOF);
row('1.0.2', ['eci' => '05', 'threeDSProtocolVersion' => '1.0.2'] + PROOF);
row('type 1', ['eci' => '05', 'authenticationTypeIndicator' => '1'] + PROOF);
row('type 3', ['eci' => '05', 'authenticationTypeIndicator' => '3'] + PROOF);
$both->sandbox->merchant(['ownMpi' => 0]);
echo "-- without permission\n";
row('type 3', ['eci' => '05', 'authenticationTypeIndicator' => '3'] + PROOF);

echo "== 3RI\n";
$by = static function (string $rule, string $tii, array $params): void {
    // A card is charged so by its number as well as by its binding.
    row("tii $tii, $rule", $params, ['tii' => $tii], $tii === 'I' ? ['paymentOrder'] : ['paymentOrder', 'paymentOrderBinding']);
};
foreach (['R' => PRIOR, 'I' => PRIOR + COUNTED] as $tii => $params) {
    $by('all', $tii, $params);
    foreach (array_keys($params) as $name) {
        $by("without $name", $tii, array_diff_key($params, [$name => '']));
    }
}
foreach (['U', 'F'] as $tii) {
    $by('all', $tii, PRIOR);
}
foreach (['202405140811', '20240514081100', '20240514', 'yesterday'] as $timestamp) {
    $by("at $timestamp", 'R', ['initThreeDSReqPriorAuthTimestamp' => $timestamp] + PRIOR);
}
foreach (['02', '1', '002', 'xx'] as $method) {
    $by("method $method", 'R', ['initThreeDSReqPriorAuthMethod' => $method] + PRIOR);
}
$by('none', 'R', []);

?>
--EXPECT--
== ECI
05                                 ok | eci 5, type 1, version 1.0.2 | taken 700, 700
05 without cavv                    refused, jsonParams.eci 05 … | 5 [jsonParams.cavv] is empty | taken 0, 0
05 without xid                     refused, jsonParams.eci 05 … | 5 [jsonParams.xid] is empty | taken 0, 0
02                                 ok | eci 2, type 1, version 1.0.2 | taken 700, 700
02 without cavv                    refused, jsonParams.eci 02 … | 5 [jsonParams.cavv] is empty | taken 0, 0
02 without xid                     refused, jsonParams.eci 02 … | 5 [jsonParams.xid] is empty | taken 0, 0
06                                 ok | eci 6, type 2, version 1.0.2 | taken 700, 700
06 without cavv                    refused, jsonParams.eci 06 … | 5 [jsonParams.cavv] is empty | taken 0, 0
06 without xid                     refused, jsonParams.eci 06 … | 5 [jsonParams.xid] is empty | taken 0, 0
01                                 ok | eci 1, type 2, version 1.0.2 | taken 700, 700
01 without cavv                    refused, jsonParams.eci 01 … | 5 [jsonParams.cavv] is empty | taken 0, 0
01 without xid                     refused, jsonParams.eci 01 … | 5 [jsonParams.xid] is empty | taken 0, 0
09                                 ok | eci 9, type 2, version 1.0.2 | taken 700, 700
09 without cavv                    refused, jsonParams.eci 09 … | 5 [jsonParams.cavv] is empty | taken 0, 0
09 without xid                     refused, jsonParams.eci 09 … | 5 [jsonParams.xid] is empty | taken 0, 0
07                                 ok | eci 7, type 0, version 2.1.0 | taken 700, 700
00                                 ok | eci 0, type 0, version 2.1.0 | taken 700, 700
03                                 ok | eci 3, type 0, version 2.1.0 | taken 700, 700
10                                 ok | eci 10, type 0, version 2.1.0 | taken 700, 700
04                                 refused, jsonParams.eci must … | 5 [jsonParams.eci] wrong value | taken 0, 0
08                                 refused, jsonParams.eci must … | 5 [jsonParams.eci] wrong value | taken 0, 0
11                                 refused, jsonParams.eci must … | 5 [jsonParams.eci] wrong value | taken 0, 0
99                                 refused, jsonParams.eci must … | 5 [jsonParams.eci] wrong value | taken 0, 0
== authenticationTypeIndicator
0 with ECI 05                      refused, jsonParams.authenticationTypeIndicator 0 … | 5 [jsonParams.authenticationTypeIndicator] wrong value | taken 0, 0
0 with ECI 06                      refused, jsonParams.authenticationTypeIndicator 0 … | 5 [jsonParams.authenticationTypeIndicator] wrong value | taken 0, 0
0 with ECI 07                      ok | eci 7, type 0, version 2.1.0 | taken 700, 700
1 with ECI 05                      ok | eci 5, type 1, version 1.0.2 | taken 700, 700
1 with ECI 06                      refused, jsonParams.authenticationTypeIndicator 1 … | 5 [jsonParams.authenticationTypeIndicator] wrong value | taken 0, 0
1 with ECI 07                      refused, jsonParams.authenticationTypeIndicator 1 … | 5 [jsonParams.authenticationTypeIndicator] wrong value | taken 0, 0
2 with ECI 05                      refused, jsonParams.authenticationTypeIndicator 2 … | 5 [jsonParams.authenticationTypeIndicator] wrong value | taken 0, 0
2 with ECI 06                      ok | eci 6, type 2, version 1.0.2 | taken 700, 700
2 with ECI 07                      refused, jsonParams.authenticationTypeIndicator 2 … | 5 [jsonParams.authenticationTypeIndicator] wrong value | taken 0, 0
3 with ECI 05                      ok | eci 5, type 3, version 2.1.0 | taken 700, 700
3 with ECI 06                      ok | eci 6, type 3, version 2.1.0 | taken 700, 700
3 with ECI 07                      ok | eci 7, type 3, version 2.1.0 | taken 700, 700
4 with ECI 05                      ok | eci 5, type 4, version 2.1.0 | taken 700, 700
4 with ECI 06                      ok | eci 6, type 4, version 2.1.0 | taken 700, 700
4 with ECI 07                      ok | eci 7, type 4, version 2.1.0 | taken 700, 700
5 with ECI 05                      ok | eci 5, type 5, version 2.1.0 | taken 700, 700
5 with ECI 06                      ok | eci 6, type 5, version 2.1.0 | taken 700, 700
5 with ECI 07                      ok | eci 7, type 5, version 2.1.0 | taken 700, 700
6 with ECI 05                      ok | eci 5, type 6, version 2.1.0 | taken 700, 700
6 with ECI 06                      ok | eci 6, type 6, version 2.1.0 | taken 700, 700
6 with ECI 07                      ok | eci 7, type 6, version 2.1.0 | taken 700, 700
7 with ECI 05                      AccessDeniedException 5 | 5 [tii] wrong value | taken 0, 0
7 with ECI 06                      AccessDeniedException 5 | 5 [tii] wrong value | taken 0, 0
7 with ECI 07                      AccessDeniedException 5 | 5 [tii] wrong value | taken 0, 0
8 with ECI 05                      AccessDeniedException 5 | 5 [tii] wrong value | taken 0, 0
8 with ECI 06                      AccessDeniedException 5 | 5 [tii] wrong value | taken 0, 0
8 with ECI 07                      AccessDeniedException 5 | 5 [tii] wrong value | taken 0, 0
9 with ECI 05                      refused, jsonParams.authenticationTypeIndicator must … | 5 [jsonParams.authenticationTypeIndicator] wrong value | taken 0, 0
9 with ECI 06                      refused, jsonParams.authenticationTypeIndicator must … | 5 [jsonParams.authenticationTypeIndicator] wrong value | taken 0, 0
9 with ECI 07                      refused, jsonParams.authenticationTypeIndicator must … | 5 [jsonParams.authenticationTypeIndicator] wrong value | taken 0, 0
by its newer name                  ok | eci 5, type 3, version 2.1.0 | taken 700, 700
== threeDSProtocolVersion
1.0.2                              ok | eci 5, type 1, version 1.0.2 | taken 700, 700
1.0.2 with type 1                  ok | eci 5, type 1, version 1.0.2 | taken 700, 700
1.0.2 with type 3                  refused, jsonParams.authenticationTypeIndicator 3 … | 5 [jsonParams.threeDSProtocolVersion] wrong value | taken 0, 0
1.0.2, SSL                         ok | eci 7, type 0, version 1.0.2 | taken 700, 700
2.1.0                              refused, jsonParams.threeDSProtocolVersion 2.1.0 … | 5 [jsonParams.authenticationTypeIndicator] is empty | taken 0, 0
2.1.0 with type 1                  refused, jsonParams.authenticationTypeIndicator 1 … | 5 [jsonParams.threeDSProtocolVersion] wrong value | taken 0, 0
2.1.0 with type 3                  ok | eci 5, type 3, version 2.1.0 | taken 700, 700
2.1.0, SSL                         ok | eci 7, type 0, version 2.1.0 | taken 700, 700
2.2.0                              refused, jsonParams.threeDSProtocolVersion 2.2.0 … | 5 [jsonParams.authenticationTypeIndicator] is empty | taken 0, 0
2.2.0 with type 1                  refused, jsonParams.authenticationTypeIndicator 1 … | 5 [jsonParams.threeDSProtocolVersion] wrong value | taken 0, 0
2.2.0 with type 3                  ok | eci 5, type 3, version 2.2.0 | taken 700, 700
2.2.0, SSL                         ok | eci 7, type 0, version 2.2.0 | taken 700, 700
2.0.0                              refused, jsonParams.threeDSProtocolVersion must … | 5 [jsonParams.threeDSProtocolVersion] wrong value | taken 0, 0
2.0.0 with type 1                  refused, jsonParams.threeDSProtocolVersion must … | 5 [jsonParams.threeDSProtocolVersion] wrong value | taken 0, 0
2.0.0 with type 3                  refused, jsonParams.threeDSProtocolVersion must … | 5 [jsonParams.threeDSProtocolVersion] wrong value | taken 0, 0
2.0.0, SSL                         refused, jsonParams.threeDSProtocolVersion must … | 5 [jsonParams.threeDSProtocolVersion] wrong value | taken 0, 0
2.3.0                              refused, jsonParams.threeDSProtocolVersion must … | 5 [jsonParams.threeDSProtocolVersion] wrong value | taken 0, 0
2.3.0 with type 1                  refused, jsonParams.threeDSProtocolVersion must … | 5 [jsonParams.threeDSProtocolVersion] wrong value | taken 0, 0
2.3.0 with type 3                  refused, jsonParams.threeDSProtocolVersion must … | 5 [jsonParams.threeDSProtocolVersion] wrong value | taken 0, 0
2.3.0, SSL                         refused, jsonParams.threeDSProtocolVersion must … | 5 [jsonParams.threeDSProtocolVersion] wrong value | taken 0, 0
-- where there is no 3-D Secure 1
an ECI alone                       AccessDeniedException 5 | 5 [jsonParams.authenticationTypeIndicator] is empty | taken 0, 0
1.0.2                              AccessDeniedException 5 | 5 [jsonParams.threeDSProtocolVersion] wrong value | taken 0, 0
type 1                             AccessDeniedException 5 | 5 [jsonParams.authenticationTypeIndicator] wrong value | taken 0, 0
type 3                             ok | eci 5, type 3, version 2.1.0 | taken 700, 700
-- without permission
type 3                             AccessDeniedException 5 | 5 Access denied | taken 0, 0
== 3RI
tii R, all                         ok | eci 5, type 7, version 2.2.0 | taken 700, 700
tii R, without initThreeDSReqPriorAuthData refused, jsonParams.initThreeDSReqPriorAuthMethod needs … | 5 [jsonParams.initThreeDSReqPriorAuthData] is empty | taken 0, 0
tii R, without initThreeDSReqPriorAuthMethod refused, jsonParams.initThreeDSReqPriorAuthData needs … | 5 [jsonParams.initThreeDSReqPriorAuthMethod] is empty | taken 0, 0
tii R, without initThreeDSReqPriorAuthTimestamp refused, jsonParams.initThreeDSReqPriorAuthData needs … | 5 [jsonParams.initThreeDSReqPriorAuthTimestamp] is empty | taken 0, 0
tii R, without initThreeDSReqPriorRef refused, jsonParams.initThreeDSReqPriorAuthData needs … | 5 [jsonParams.initThreeDSReqPriorRef] is empty | taken 0, 0
tii R, without recurringExpiry     refused, jsonParams.initThreeDSReqPriorAuthData needs … | 5 [jsonParams.recurringExpiry] is empty | taken 0, 0
tii R, without recurringFrequency  refused, jsonParams.initThreeDSReqPriorAuthData needs … | 5 [jsonParams.recurringFrequency] is empty | taken 0, 0
tii I, all                         ok | eci 5, type 7, version 2.2.0 | taken 700, 700
tii I, without initThreeDSReqPriorAuthData refused, jsonParams.initThreeDSReqPriorAuthMethod needs … | 5 [jsonParams.initThreeDSReqPriorAuthData] is empty | taken 0, 0
tii I, without initThreeDSReqPriorAuthMethod refused, jsonParams.initThreeDSReqPriorAuthData needs … | 5 [jsonParams.initThreeDSReqPriorAuthMethod] is empty | taken 0, 0
tii I, without initThreeDSReqPriorAuthTimestamp refused, jsonParams.initThreeDSReqPriorAuthData needs … | 5 [jsonParams.initThreeDSReqPriorAuthTimestamp] is empty | taken 0, 0
tii I, without initThreeDSReqPriorRef refused, jsonParams.initThreeDSReqPriorAuthData needs … | 5 [jsonParams.initThreeDSReqPriorRef] is empty | taken 0, 0
tii I, without recurringExpiry     refused, jsonParams.initThreeDSReqPriorAuthData needs … | 5 [jsonParams.recurringExpiry] is empty | taken 0, 0
tii I, without recurringFrequency  refused, jsonParams.initThreeDSReqPriorAuthData needs … | 5 [jsonParams.recurringFrequency] is empty | taken 0, 0
tii I, without installments        refused, tii I … | 5 [jsonParams.installments] is empty | taken 0, 0
tii I, without totalInstallmentAmount refused, tii I … | 5 [jsonParams.totalInstallmentAmount] is empty | taken 0, 0
tii U, all                         refused, jsonParams.initThreeDSReqPriorAuthData must … | 5 [tii] wrong value | taken 0, 0
tii F, all                         refused, jsonParams.initThreeDSReqPriorAuthData must … | 5 [tii] wrong value | taken 0, 0
tii R, at 202405140811             ok | eci 5, type 7, version 2.2.0 | taken 700, 700
tii R, at 20240514081100           ok | eci 5, type 7, version 2.2.0 | taken 700, 700
tii R, at 20240514                 refused, jsonParams.initThreeDSReqPriorAuthTimestamp must … | 5 [jsonParams.initThreeDSReqPriorAuthTimestamp] wrong value | taken 0, 0
tii R, at yesterday                refused, jsonParams.initThreeDSReqPriorAuthTimestamp must … | 5 [jsonParams.initThreeDSReqPriorAuthTimestamp] wrong value | taken 0, 0
tii R, method 02                   ok | eci 5, type 7, version 2.2.0 | taken 700, 700
tii R, method 1                    ok | 5 [jsonParams.initThreeDSReqPriorAuthMethod] wrong value | taken 700, 0
tii R, method 002                  refused, jsonParams.initThreeDSReqPriorAuthMethod must … | 5 [jsonParams.initThreeDSReqPriorAuthMethod] wrong value | taken 0, 0
tii R, method xx                   refused, jsonParams.initThreeDSReqPriorAuthMethod must … | 5 [jsonParams.initThreeDSReqPriorAuthMethod] wrong value | taken 0, 0
tii R, none                        ok | eci 7, type 0, version none | taken 700, 700
