--TEST--
A batch whose iterator throws from key() after its call was refused: the exception comes out, and nothing is released twice
--EXTENSIONS--
payment_gateway
--FILE--
<?php

declare(strict_types=1);

$deep = [];
for ($i = 0; $i < 60; $i++) {
    $deep = ['k' => $deep];
}
$id = str_repeat('i', 20) . getmypid(); // made at run time, so that it is counted
$refused = new class($id, $deep) implements Iterator {
    public function __construct(private readonly string $id, private readonly array $deep)
    {
    }

    public function current(): mixed
    {
        return ['refund', [$this->id, 100, $this->deep]];
    }

    public function key(): mixed
    {
        throw new LogicException('from key()');
    }

    public function next(): void
    {
    }

    public function rewind(): void
    {
    }

    public function valid(): bool
    {
        return true;
    }
};
$gateway = new PaymentGateway('http://127.0.0.1:1/payment/', 'user', 'password');
for ($i = 0; $i < 3; $i++) {
    try {
        foreach ($gateway->batch($refused) as $result) {
            echo $result::class, "\n";
        }
    } catch (LogicException $e) {
        echo $e->getMessage(), "\n";
    }
}
unset($e);
// Held here and by the iterator, and once more as the argument.
debug_zval_refcount($id);

function debug_zval_refcount(string $text): void
{
    ob_start();
    debug_zval_dump($text);
    echo preg_match('/refcount\((\d+)\)/', ob_get_clean(), $match) ? $match[1] : 'not counted', "\n";
}

?>
--EXPECT--
from key()
from key()
from key()
4
