--TEST--
updateSSLCardList: the card of an order is added once, by the client and by requests that bypass it
--EXTENSIONS--
payment_gateway
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/both_ways.inc';

$both = BothWays::at('2026-03-10T12:00:00');
$g = $both->client;
$paid = static function (array $card = CARD) use ($both, $g): string {
    $g->paymentOrder($id = $both->order(), $card);

    return $id;
};
$id = $paid();
echo json_encode($g->updateSSLCardList($id)), "\n";
$both->show('again', 'updateSSLCardList', ['mdorder' => $id]);
$both->show('the same card of another order', 'updateSSLCardList', fn (): array => ['mdorder' => $paid()]);
$others = [['$PAN' => '4111111111111111'] + CARD, ['$PAN' => '4000001111111118', 'YYYY' => '2030'] + CARD];
$both->show('another card each time', 'updateSSLCardList', function () use (&$others, $paid): array {
    return ['mdorder' => $paid(array_shift($others))];
});
$both->show('not tried yet', 'updateSSLCardList', fn (): array => ['mdorder' => $both->order()]);
$both->show('an unknown order', 'updateSSLCardList', ['mdorder' => NOBODY]);
$both->show('no order', 'updateSSLCardList', []);
$both->sandbox->merchant(['userName' => 'other', 'password' => 'other_password']);
echo facts(caught(fn () => BothWays::clientOf($both->sandbox, 'classic', 'other', 'other_password')->updateSSLCardList($id))), "\n";
echo facts(caught(fn () => BothWays::clientOf($both->sandbox, 'classic', password: 'wrong')->updateSSLCardList($id))), "\n";
echo refusal(fn () => BothWays::clientOf($both->sandbox, 'sberbank')->updateSSLCardList($id)), "\n";

?>
--EXPECT--
{"errorCode":"0","errorMessage":"Success"}
again
    client: InvalidStateException 6
    raw:    6 Card is in the list already
    taken:  0
the same card of another order
    client: InvalidStateException 6
    raw:    6 Card is in the list already
    taken:  0
another card each time
    client: ok
    raw:    ok
    taken:  0
not tried yet
    client: AccessDeniedException 5
    raw:    5 [mdorder] wrong value
    taken:  0
an unknown order
    client: AccessDeniedException 5
    raw:    5 Unknown order
    taken:  0
no order
    client: updateSSLCardList: mdorder is missing
    raw:    5 [mdorder] is empty
    taken:  0
AccessDeniedException updateSSLCardList errorCode=5 actionCode=null http=200 reply=yes known final
AccessDeniedException updateSSLCardList errorCode=5 actionCode=null http=200 reply=yes known final
updateSSLCardList: the dialect sberbank has no such method
