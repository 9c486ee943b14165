--TEST--
The stub file, the generated arginfo and the loaded class say the same
--EXTENSIONS--
payment_gateway
tokenizer
--SKIPIF--
<?php
// `pecl run-tests` has the tests alone, without the stub.
if (!is_file(dirname(__DIR__, 2) . '/stubs/payment_gateway.stub.php')) {
    die('skip the stub is not here');
}
?>
--FILE--
<?php

declare(strict_types=1);

$stub = dirname(__DIR__, 2) . '/stubs/payment_gateway.stub.php';
$arginfo = file_get_contents(dirname(__DIR__, 2) . '/stubs/payment_gateway_arginfo.h');
preg_match('/Stub hash: (\w+)/', $arginfo, $match);
echo $match[1] === sha1(str_replace("\r\n", "\n", file_get_contents($stub))) ? "arginfo is of this stub\n" : "arginfo is older than the stub\n";

// The stub's classes under other names, so that both can be reflected side by side.
$code = str_replace(
    ['namespace PaymentGateway {', 'class PaymentGateway'],
    ['namespace Stub\PaymentGateway {', 'class Stub'],
    file_get_contents($stub),
);
$code = preg_replace('/(\)(?:: \??\w+)?) \{\}/', '$1 { throw new \Error(); }', $code);
$code = str_replace('namespace {', 'namespace Stub {', $code);
$file = tempnam(sys_get_temp_dir(), 'stub');
file_put_contents($file, $code);
require $file;
unlink($file);

function describe(string $class, string $prefix): array
{
    $reflection = new ReflectionClass($class);
    $plain = static fn (?string $text): string => str_replace([$prefix, '?', 'Traversable|array'], ['', 'null|', 'iterable'], (string) $text);
    $lines = [
        $reflection->isInterface() ? 'interface' : ($reflection->isEnum() ? 'enum' : ($reflection->isFinal() ? 'final class' : 'class')),
        $plain($reflection->getParentClass() ? $reflection->getParentClass()->getName() : '-'),
    ];
    $interfaces = array_map($plain, $reflection->getInterfaceNames());
    sort($interfaces);
    $lines[] = implode(' ', $interfaces);
    foreach ($reflection->getMethods() as $method) {
        if ($method->getDeclaringClass()->getName() !== $class) {
            continue;
        }
        $parameters = array_map(static fn (ReflectionParameter $parameter): string => sprintf(
            '%s%s $%s%s',
            implode('', array_map(static fn ($attribute): string => "#[{$attribute->getName()}] ", $parameter->getAttributes())),
            $plain((string) $parameter->getType()),
            $parameter->getName(),
            $parameter->isDefaultValueAvailable() ? ' = ' . var_export($parameter->getDefaultValue(), true) : '',
        ), $method->getParameters());
        $lines[] = sprintf(
            '%s %s(%s): %s',
            implode(' ', Reflection::getModifierNames($method->getModifiers() & ~ReflectionMethod::IS_ABSTRACT)),
            $method->getName(),
            implode(', ', $parameters),
            $plain((string) $method->getReturnType()),
        );
    }
    foreach ($reflection->getConstants() as $name => $value) {
        $lines[] = "$name = " . ($value instanceof BackedEnum ? $value->value : var_export($value, true));
    }
    foreach ($reflection->getProperties() as $property) {
        if ($property->getDeclaringClass()->getName() === $class) {
            $lines[] = implode(' ', Reflection::getModifierNames($property->getModifiers())) . ' '
                . $plain((string) $property->getType()) . ' $' . $property->getName()
                . ' = ' . ($property->hasDefaultValue() ? var_export($property->getDefaultValue(), true) : 'none');
        }
    }

    return $lines;
}

$loaded = (new ReflectionExtension('payment_gateway'))->getClassNames();
$stubbed = array_filter([...get_declared_classes(), ...get_declared_interfaces()], static fn (string $name): bool => str_starts_with($name, 'Stub\\'));
sort($loaded);
$expected = array_map(static fn (string $name): string => $name === 'Stub\Stub' ? 'PaymentGateway' : substr($name, 5), $stubbed);
sort($expected);
echo $loaded === $expected ? count($loaded) . " classes on both sides\n" : print_r([array_diff($loaded, $expected), array_diff($expected, $loaded)], true);
foreach ($loaded as $class) {
    $ours = describe($class, '');
    $theirs = describe($class === 'PaymentGateway' ? 'Stub\Stub' : "Stub\\$class", 'Stub\\');
    if ($ours !== $theirs) {
        echo "$class differs:\n", print_r([array_diff($ours, $theirs), array_diff($theirs, $ours)], true);
    }
}
echo "functions: ", implode(' ', array_keys((new ReflectionExtension('payment_gateway'))->getFunctions())), "\n";

?>
--EXPECT--
arginfo is of this stub
28 classes on both sides
functions:
