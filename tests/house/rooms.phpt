--TEST--
Between the files of glue, core and sandbox gateway there is no circle, and none uses a room above its own
--SKIPIF--
<?php
// `pecl run-tests` has the tests alone, without the sources and objects beside them.
if (!is_dir(dirname(__DIR__, 2) . '/ext')) {
    die('skip the sources are not here');
}
?>
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/process.inc';
require __DIR__ . '/../support/rooms.inc';

function run(string $command): void
{
    exec("env -u MAKEFLAGS -u MFLAGS -u MAKELEVEL -u BUILD $command 2>&1", $output, $status);
    if ($status !== 0) {
        echo "$command: ", implode("\n", $output), "\n";
    }
}

function show(string $title, array $complaints): void
{
    echo "$title:", $complaints === [] ? " in order\n" : "\n  " . implode("\n  ", $complaints) . "\n";
}

$sandbox = dirname(__DIR__) . '/sandbox';
run('make -s -C ' . escapeshellarg($sandbox) . ' sandbox');
show('sandbox', rooms_complaints("$sandbox/src", rooms_read("$sandbox/ROOMS"), "$sandbox/build"));
printf("%s units in %d rooms\n", count(rooms_units("$sandbox/src")) > 60 ? 'more than 60' : 'few', count(rooms_read("$sandbox/ROOMS")));

$ext = dirname(__DIR__, 2) . '/ext';
$php = '~^(php\.h|php_ini\.h|config\.h|zend|ext/|\.\./stubs/|\.\./php_payment_gateway\.h)~'; // PHP's own headers, the generated one, and the one for PHP
show('glue and core', rooms_complaints($ext, rooms_read("$ext/ROOMS"), $ext, $php));

// The check itself, on small trees of two rooms, each with one thing wrong.
$rooms = ['low', 'high', '.'];
$good = [
    'main.c' => '#include "high/a.h"' . "\nint main(void) { return a(); }",
    'high/a.h' => 'int a(void);',
    'high/a.c' => '#include "high/a.h"' . "\n" . '#include "low/b.h"' . "\nint a(void) { return b(); }",
    'low/b.h' => 'int b(void);',
    'low/b.c' => '#include "b.h"' . "\n#include <stddef.h>\nint b(void) { return 0; }",
];
$trees = [
    'in order' => [],
    'an include that runs upward' => ['low/b.h' => '#include "high/c.h"', 'high/c.h' => ''],
    'a bare prototype that runs upward' => [
        'low/b.c' => "int c(void); int b(void) { return c(); }",
        'high/c.c' => 'int c(void) { return 0; }',
    ],
    'a circle of includes' => [
        'low/c.h' => '#include "low/d.h"',
        'low/d.h' => '#include "c.h"',
    ],
    'a circle of symbols' => [
        'low/b.c' => 'extern int c; int d(void); int b(void) { return c; }',
        'low/c.c' => 'int c; int b(void); int d(void) { return b(); }',
    ],
    'a circle of both' => [
        'low/b.c' => '#include "low/c.h"' . "\nint b(void) { return 0; }",
        'low/c.h' => 'int c(void);',
        'low/c.c' => "int b(void); int c(void) { return b(); }",
    ],
    'a room that is not listed' => ['attic/c.c' => 'int c(void) { return 0; }'],
    'an include from elsewhere' => ['low/b.h' => '#include "elsewhere.h"'],
    'a source that was not compiled' => ['low/c.c' => null],
];
foreach ($trees as $title => $files) {
    $root = temporary_path('rooms');
    at_end_of_test(fn () => exec('rm -rf ' . escapeshellarg($root)));
    foreach ([...$good, ...$files] as $file => $text) {
        is_dir(dirname("$root/src/$file")) || mkdir(dirname("$root/src/$file"), 0700, true);
        is_dir(dirname("$root/build/$file")) || mkdir(dirname("$root/build/$file"), 0700, true);
        file_put_contents("$root/src/$file", $text);
    }
    foreach ([...$good, ...$files] as $file => $text) {
        // A tree whose includes are wrong may not compile as it is; its symbols are those of the good one.
        if (str_ends_with($file, '.c') && $text !== null) {
            $object = "$root/build/" . substr($file, 0, -1) . 'o';
            $source = preg_replace('/^#include ".*"$/m', 'int a(void); int b(void);', $text);
            file_put_contents("$root/source.c", $source);
            run('${CC:-cc} -c -o ' . escapeshellarg($object) . ' ' . escapeshellarg("$root/source.c"));
        }
    }
    show($title, rooms_complaints("$root/src", $rooms, "$root/build"));
}
?>
--EXPECT--
sandbox: in order
more than 60 units in 16 rooms
glue and core: in order
in order: in order
an include that runs upward:
  upward: low/b -> high/c (b.h includes high/c.h)
a bare prototype that runs upward:
  upward: low/b -> high/c (uses c)
a circle of includes:
  circle: low/c -> low/d (c.h includes low/d.h) -> low/c (d.h includes c.h)
a circle of symbols:
  circle: low/b -> low/c (uses c) -> low/b (uses b)
a circle of both:
  circle: low/b -> low/c (b.c includes low/c.h) -> low/b (uses b)
a room that is not listed:
  attic/c: attic is not in the list of rooms
an include from elsewhere:
  low/b.h: "elsewhere.h" is not below the root
a source that was not compiled:
  low/c.c has no object
