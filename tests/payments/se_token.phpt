--TEST--
seToken: encrypted card data pays orders, and at once, by a typed and by a stored card; used once, and not for long
--EXTENSIONS--
payment_gateway
--SKIPIF--
<?php
if (!extension_loaded('openssl') && trim((string) shell_exec('command -v openssl')) === '') {
    die('skip nothing to encrypt with');
}
?>
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/both_ways.inc';

const NOW = '2026-03-10T12:00:00';
$both = BothWays::at(NOW);
$g = $both->client;
$key = json_decode(file_get_contents($both->sandbox->uri . 'se/keys.do'), true)['keys'][0]['keyValue'];

/** What a page of the shop's, or its mobile application, does before the shop sees anything. */
function encrypted(string $plain): string
{
    global $key;
    if (extension_loaded('openssl')) {
        openssl_public_encrypt($plain, $bytes, $key, OPENSSL_PKCS1_PADDING);
    } else {
        file_put_contents($file = temporary_path('key'), $key);
        $process = proc_open(['openssl', 'pkeyutl', '-encrypt', '-pubin', '-inkey', $file], [['pipe', 'r'], ['pipe', 'w']], $pipes);
        fwrite($pipes[0], $plain);
        fclose($pipes[0]);
        $bytes = stream_get_contents($pipes[1]);
        proc_close($process);
        unlink($file);
    }

    return base64_encode($bytes);
}

/** A token of now, or of another time, with a uuid of its own. */
function token(string $rest, string $when = NOW . '+00:00'): string
{
    $uuid = preg_replace('/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/', '$1-$2-4$3-a$4-$5', bin2hex(random_bytes(16)));

    return encrypted("$when/$uuid/$rest");
}

const PLAIN = '4444555511113333/123/202612';
$anna = $both->binding('anna');
$boris = $both->binding('boris');
$clock = static fn (string $when) => $both->sandbox->clock(['now' => $when]);

echo "== paymentOrder\n";
$pay = static function (string $rule, Closure $token, array $more = []) use ($both, $clock): void {
    $both->show($rule, 'paymentOrder', static function () use ($both, $token, $more, $clock): array {
        $clock(NOW);
        $id = $both->order();

        return $more + ['MDORDER' => $id, 'seToken' => $token($id), 'TEXT' => 'CARD HOLDER', 'language' => 'en'];
    });
};
$pay('a card', static fn (string $id): string => token(PLAIN . "/$id"));
$pay('a card without CVC', static fn (string $id): string => token("4444555511113333//202612/$id"));
$pay('a wrong CVC', static fn (string $id): string => token("4444555511113333/999/202612/$id"));
$pay('a card without money', static fn (string $id): string => token("4444444411111111/123/201912/$id"));
$pay('of another order', static fn (string $id): string => token(PLAIN . '/' . $both->order()));
$pay('of no order', static fn (string $id): string => token(PLAIN));
$pay('of a stored card', static fn (string $id): string => token("//202612/$id/$anna"));
$pay('a wrong check digit', static fn (string $id): string => token("4444555511113334/123/202612/$id"));
$pay('an hour old', static fn (string $id): string => token(PLAIN . "/$id", '2026-03-10T11:00:01+00:00'));
$pay('an hour old, in another zone', static fn (string $id): string => token(PLAIN . "/$id", '2026-03-10T16:00:01+05:00'));
$pay('older', static fn (string $id): string => token(PLAIN . "/$id", '2026-03-10T10:59:00+00:00'));
$pay('of tomorrow', static fn (string $id): string => token(PLAIN . "/$id", '2026-03-11T12:00:00+00:00'));
$pay('without a zone', static fn (string $id): string => token(PLAIN . "/$id", NOW));
$pay('not encrypted', static fn (string $id): string => base64_encode(NOW . '+00:00/fd4b1011-727a-41e8-95b4-d7092d729022/' . PLAIN . "/$id"));
$pay('cut off', static fn (string $id): string => substr(token(PLAIN . "/$id"), 0, -8));
$pay('beside a card in the open', static fn (string $id): string => token(PLAIN . "/$id"), ['$PAN' => CARD['$PAN']]);
$pay('beside an expiry in the open', static fn (string $id): string => token(PLAIN . "/$id"), ['YYYY' => '2026', 'MM' => '12']);
$clock(NOW);
$token = token(PLAIN . '/' . ($id = $both->order()));
printf("first: %s, ", BothWays::heard(fn (): array => $g->paymentOrder($id, ['seToken' => $token, 'TEXT' => 'CARD HOLDER', 'language' => 'en'])));
printf("once more: %s\n", BothWays::heard(fn (): array => $g->paymentOrder($id, ['seToken' => $token, 'TEXT' => 'CARD HOLDER', 'language' => 'en'])));
$g->paymentOrder($id = $both->order(['clientId' => 'clara']), ['seToken' => token(PLAIN . "/$id"), 'TEXT' => 'CARD HOLDER', 'language' => 'en']);
printf("stored by it: %d\n", count($both->bindings('clara')));

echo "== paymentOrderBinding\n";
$charge = static function (string $rule, Closure $token, string $binding, string $client = 'anna', array $more = []) use ($both, $clock): void {
    $both->show($rule, 'paymentOrderBinding', static function () use ($both, $token, $binding, $client, $more, $clock): array {
        $clock(NOW);
        $id = $both->order(['clientId' => $client]);

        return $more + ['mdOrder' => $id, 'bindingId' => $binding, 'seToken' => $token($id), 'tii' => 'F'];
    });
};
$charge('with CVC', static fn (string $id): string => token("/123//$id/$anna"), $anna);
$charge('without', static fn (string $id): string => token("///$id/$anna"), $anna);
$charge('a wrong CVC', static fn (string $id): string => token("/999//$id/$anna"), $anna);
$charge('another binding than the request\'s', static fn (string $id): string => token("/123//$id/$boris"), $anna);
$charge('another client\'s binding in both', static fn (string $id): string => token("/123//$id/$boris"), $boris);
$charge('a guessed binding in both', static fn (string $id): string => token("/123//$id/3f0e5a52-1c60-4c7e-9d2b-7a4c8f0b6d11"), '3f0e5a52-1c60-4c7e-9d2b-7a4c8f0b6d11');
$charge('of another order', static fn (string $id): string => token('/123//' . $both->order() . "/$anna"), $anna);
$charge('a card in it', static fn (string $id): string => token(PLAIN . "/$id/$anna"), $anna);
$charge('beside a CVC in the open', static fn (string $id): string => token("/123//$id/$anna"), $anna, 'anna', ['cvc' => '123']);

echo "== at once\n";
foreach (['instantPayment' => ['amount' => 700, 'returnUrl' => URL], 'instantRefund' => ['amount' => 700]] as $method => $params) {
    $client = $method === 'instantPayment' ? ['clientId' => 'anna'] : [];
    $once = static function (string $rule, Closure $token, array $more = []) use ($both, $clock, $method, $params): void {
        $both->show("$method, $rule", $method, static function () use ($token, $params, $more, $clock): array {
            $clock(NOW);

            return $more + $params + ['seToken' => $token()];
        });
    };
    $once('a card', static fn (): string => token(PLAIN));
    $once('a card without CVC', static fn (): string => token('4444555511113333//202612'));
    $once('a stored card with CVC', static fn (): string => token("/123///$anna"), $client);
    $once('a stored card', static fn (): string => token("////$anna"), $client);
    $once('a stored card, one place too far', static fn (): string => token("/////$anna"), $client);
    $once('a stored card, its id in the open too', static fn (): string => token("////$anna"), $client + ['bindingId' => $anna]);
    $once('a guessed one', static fn (): string => token('////3f0e5a52-1c60-4c7e-9d2b-7a4c8f0b6d11'), $client);
    if ($client !== []) {
        $once('another client\'s', static fn (): string => token("////$boris"), $client);
        $once('a stored card without its client', static fn (): string => token("////$anna"));
    }
    $once('with an order in it', static fn (): string => token(PLAIN . '/' . $both->order()));
    $once('beside a card in the open', static fn (): string => token(PLAIN), ['pan' => CARD['$PAN']]);
    $token = token(PLAIN);
    printf("first: %s, ", BothWays::heard(fn (): array => $g->call($method, $params + ['seToken' => $token])));
    printf("once more: %s\n", BothWays::heard(fn (): array => $g->call($method, $params + ['seToken' => $token])));
}

echo "== a switched off card\n";
$g->unBindCard($anna);
$charge('paymentOrderBinding', static fn (string $id): string => token("/123//$id/$anna"), $anna);
$both->show('instantPayment', 'instantPayment', fn (): array => ['amount' => 700, 'returnUrl' => URL, 'clientId' => 'anna', 'seToken' => token("////$anna")]);
$both->show('instantRefund', 'instantRefund', fn (): array => ['amount' => 700, 'seToken' => token("////$anna")]);

?>
--EXPECT--
== paymentOrder
a card
    client: ok
    raw:    ok
    taken:  700
a card without CVC
    client: ok
    raw:    ok
    taken:  700
a wrong CVC
    client: DeclinedException 0
    raw:    declined
    taken:  0
a card without money
    client: DeclinedException 0
    raw:    declined
    taken:  0
of another order
    client: AccessDeniedException 5
    raw:    5 [seToken] wrong value
    taken:  0
of no order
    client: AccessDeniedException 5
    raw:    5 [seToken] wrong value
    taken:  0
of a stored card
    client: AccessDeniedException 5
    raw:    5 [seToken] wrong value
    taken:  0
a wrong check digit
    client: InvalidRequestException 1
    raw:    1 [seToken] Card number is wrong
    taken:  0
an hour old
    client: ok
    raw:    ok
    taken:  700
an hour old, in another zone
    client: ok
    raw:    ok
    taken:  700
older
    client: AccessDeniedException 5
    raw:    5 [seToken] wrong value
    taken:  0
of tomorrow
    client: AccessDeniedException 5
    raw:    5 [seToken] wrong value
    taken:  0
without a zone
    client: AccessDeniedException 5
    raw:    5 [seToken] wrong value
    taken:  0
not encrypted
    client: AccessDeniedException 5
    raw:    5 [seToken] wrong value
    taken:  0
cut off
    client: AccessDeniedException 5
    raw:    5 [seToken] wrong value
    taken:  0
beside a card in the open
    client: AccessDeniedException 5
    raw:    5 [seToken] wrong value
    taken:  0
beside an expiry in the open
    client: AccessDeniedException 5
    raw:    5 [seToken] wrong value
    taken:  0
first: ok, once more: AccessDeniedException 5
stored by it: 1
== paymentOrderBinding
with CVC
    client: ok
    raw:    ok
    taken:  700
without
    client: ok
    raw:    ok
    taken:  700
a wrong CVC
    client: DeclinedException 0
    raw:    declined
    taken:  0
another binding than the request's
    client: AccessDeniedException 5
    raw:    5 [seToken] wrong value
    taken:  0
another client's binding in both
    client: BindingException 2
    raw:    2 Binding not found
    taken:  0
a guessed binding in both
    client: BindingException 2
    raw:    2 Binding not found
    taken:  0
of another order
    client: AccessDeniedException 5
    raw:    5 [seToken] wrong value
    taken:  0
a card in it
    client: AccessDeniedException 5
    raw:    5 [seToken] wrong value
    taken:  0
beside a CVC in the open
    client: AccessDeniedException 5
    raw:    5 [seToken] wrong value
    taken:  0
== at once
instantPayment, a card
    client: ok
    raw:    ok
    taken:  700
instantPayment, a card without CVC
    client: ok
    raw:    ok
    taken:  700
instantPayment, a stored card with CVC
    client: ok
    raw:    ok
    taken:  700
instantPayment, a stored card
    client: ok
    raw:    ok
    taken:  700
instantPayment, a stored card, one place too far
    client: AccessDeniedException 5
    raw:    5 [seToken] wrong value
    taken:  0
instantPayment, a stored card, its id in the open too
    client: ok
    raw:    ok
    taken:  700
instantPayment, a guessed one
    client: DeclinedException 2
    raw:    2 Binding not found
    taken:  0
instantPayment, another client's
    client: DeclinedException 2
    raw:    2 Binding not found
    taken:  0
instantPayment, a stored card without its client
    client: AccessDeniedException 5
    raw:    5 [clientId] is empty
    taken:  0
instantPayment, with an order in it
    client: AccessDeniedException 5
    raw:    5 [seToken] wrong value
    taken:  0
instantPayment, beside a card in the open
    client: AccessDeniedException 5
    raw:    5 [seToken] wrong value
    taken:  0
first: ok, once more: AccessDeniedException 5
instantRefund, a card
    client: ok
    raw:    ok
    taken:  700
instantRefund, a card without CVC
    client: ok
    raw:    ok
    taken:  700
instantRefund, a stored card with CVC
    client: ok
    raw:    ok
    taken:  700
instantRefund, a stored card
    client: ok
    raw:    ok
    taken:  700
instantRefund, a stored card, one place too far
    client: AccessDeniedException 5
    raw:    5 [seToken] wrong value
    taken:  0
instantRefund, a stored card, its id in the open too
    client: ok
    raw:    ok
    taken:  700
instantRefund, a guessed one
    client: DeclinedException 2
    raw:    2 Binding not found
    taken:  0
instantRefund, with an order in it
    client: AccessDeniedException 5
    raw:    5 [seToken] wrong value
    taken:  0
instantRefund, beside a card in the open
    client: AccessDeniedException 5
    raw:    5 [seToken] wrong value
    taken:  0
first: ok, once more: AccessDeniedException 5
== a switched off card
paymentOrderBinding
    client: BindingException 2
    raw:    2 Binding not found
    taken:  0
instantPayment
    client: DeclinedException 2
    raw:    2 Binding not found
    taken:  0
instantRefund
    client: DeclinedException 2
    raw:    2 Binding not found
    taken:  0
