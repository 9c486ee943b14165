--TEST--
examples/refund_after_broken_connection.php refunds once, whatever becomes of the answers
--EXTENSIONS--
payment_gateway
--SKIPIF--
<?php
// `pecl run-tests` has the tests alone.
if (!is_file(dirname(__DIR__, 2) . '/examples/refund_after_broken_connection.php')) {
    die('skip the example is not here');
}
?>
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/sandbox.inc';
require __DIR__ . '/../support/fault_proxy.inc';

/** Runs the example behind a proxy with that fault of the refund, and shows what moved in the books. */
function run(string $title, array $plan): void
{
    echo "== $title\n";
    $sandbox = Sandbox::start();
    $proxy = FaultProxy::start($plan, $sandbox->uri);
    $command = escapeshellarg(getenv('TEST_PHP_EXECUTABLE')) . ' ' . getenv('TEST_PHP_EXTRA_ARGS');
    $example = dirname(__DIR__, 2) . '/examples/refund_after_broken_connection.php';
    passthru("$command " . escapeshellarg($example) . " $proxy->uri 2>&1", $code);
    $books = $sandbox->books();
    printf(
        "-- exit %d; refund.do sent %d times with %d ids; books: %d refunded (%d)\n",
        $code,
        count($sent = $proxy->deliveries('refund.do')),
        count(array_unique(array_column($sent, 'body'))),
        $books['counts']['refunded'],
        $books['refunded'],
    );
    $proxy->stop();
    $sandbox->kill();
}

$refund = ['path' => 'refund.do', 'nth' => 1];

run('nothing is lost', []);
run('lost after the gateway handled it', [$refund + ['do' => 'fin', 'upstream' => true]]);
run('lost before the gateway handled it', [$refund + ['do' => 'rst']]);
run('half of the answer', [$refund + ['do' => 'truncate']]);
run('a page instead of the answer', [$refund + ['do' => 'pass', 'upstream' => true, 'reply' => ['body' => '<h1>Sorry</h1>']]]);
run('every answer is lost', [['path' => 'refund.do', 'do' => 'fin', 'upstream' => true]]);
run('refused', [$refund + ['do' => 'pass', 'reply' => ['body' => '{"errorCode":"5","errorMessage":"Access denied"}']]]);
?>
--EXPECTF--
== nothing is lost
  paid                   1000.00 KZT for example-%x, %x-%x-%x-%x-%x
  refund                 250.00 KZT under refund-%x
  lost                   nothing was lost
  status                 left 750.00 KZT, refunded 250.00 KZT
  refunds                1: refund-%x
-- exit 0; refund.do sent 1 times with 1 ids; books: 1 refunded (25000)
== lost after the gateway handled it
  paid                   1000.00 KZT for example-%x, %x-%x-%x-%x-%x
  refund                 the answer is lost, the money may have moved:
                         PaymentGateway\TransportException
                         sent again under the same id
  refund                 250.00 KZT under refund-%x
  lost                   1 of 2 answers
  status                 left 750.00 KZT, refunded 250.00 KZT
  refunds                1: refund-%x
-- exit 0; refund.do sent 2 times with 1 ids; books: 1 refunded (25000)
== lost before the gateway handled it
  paid                   1000.00 KZT for example-%x, %x-%x-%x-%x-%x
  refund                 the answer is lost, the money may have moved:
                         PaymentGateway\TransportException
                         sent again under the same id
  refund                 250.00 KZT under refund-%x
  lost                   1 of 2 answers
  status                 left 750.00 KZT, refunded 250.00 KZT
  refunds                1: refund-%x
-- exit 0; refund.do sent 2 times with 1 ids; books: 1 refunded (25000)
== half of the answer
  paid                   1000.00 KZT for example-%x, %x-%x-%x-%x-%x
  refund                 the answer is lost, the money may have moved:
                         PaymentGateway\TransportException
                         sent again under the same id
  refund                 250.00 KZT under refund-%x
  lost                   1 of 2 answers
  status                 left 750.00 KZT, refunded 250.00 KZT
  refunds                1: refund-%x
-- exit 0; refund.do sent 2 times with 1 ids; books: 1 refunded (25000)
== a page instead of the answer
  paid                   1000.00 KZT for example-%x, %x-%x-%x-%x-%x
  refund                 the answer is lost, the money may have moved:
                         PaymentGateway\ReplyException
                         sent again under the same id
  refund                 250.00 KZT under refund-%x
  lost                   1 of 2 answers
  status                 left 750.00 KZT, refunded 250.00 KZT
  refunds                1: refund-%x
-- exit 0; refund.do sent 2 times with 1 ids; books: 1 refunded (25000)
== every answer is lost
  paid                   1000.00 KZT for example-%x, %x-%x-%x-%x-%x
  refund                 the answer is lost, the money may have moved:
                         PaymentGateway\TransportException
                         sent again under the same id
  refund                 the answer is lost, the money may have moved:
                         PaymentGateway\TransportException
                         sent again under the same id

refund failed: PaymentGateway\TransportException: refund: %s; the outcome is unknown: send the same call again%s
Nobody knows yet whether money moved; the same call under the same id will tell.
-- exit 1; refund.do sent 3 times with 1 ids; books: 1 refunded (25000)
== refused
  paid                   1000.00 KZT for example-%x, %x-%x-%x-%x-%x

refund failed: PaymentGateway\AccessDeniedException: refund: errorCode 5: Access denied; the usual cause is a test login used in production, or the reverse
-- exit 1; refund.do sent 1 times with 1 ids; books: 0 refunded (0)
