--TEST--
No function is longer than 60 lines, no source longer than 800, no row of the method table longer than five
--SKIPIF--
<?php
// `pecl run-tests` has the tests alone, without the sources beside them.
if (!is_dir(dirname(__DIR__, 2) . '/ext')) {
    die('skip the sources are not here');
}
?>
--FILE--
<?php

declare(strict_types=1);

const LONGEST_FUNCTION = 60;
const LONGEST_FILE = 800;
const LONGEST_ROW = 5;

/** The functions of a source as clang-format lays it out: name => lines from brace to brace. */
function functions(array $lines): array
{
    $lengths = [];
    $name = $start = null;
    foreach ($lines as $number => $line) {
        if (preg_match('/^(?!static const|const|enum|struct \w+ \{|#|\s).*?(\w+)\(/', $line, $match)) {
            $name = $match[1];
        } elseif ($line === '{' && $name !== null) {
            $start = $number;
        } elseif ($line === '}' && $start !== null) {
            $lengths[$name] = $number - $start + 1;
            $name = $start = null;
        }
    }

    return $lengths;
}

/** The rows of the method table: name => lines. */
function rows(array $lines): array
{
    $rows = [];
    $name = null;
    foreach ($lines as $line) {
        if (preg_match('/^\t\{\.name = "(\w+)"/', $line, $match)) {
            $name = $match[1];
            $rows[$name] = 0;
        }
        if ($name !== null) {
            $rows[$name]++;
            $name = str_ends_with($line, '},') ? null : $name;
        }
    }

    return $rows;
}

$root = dirname(__DIR__, 2);
$count = ['files' => 0, 'functions' => 0];
foreach (['ext', 'tests/sandbox/src'] as $folder) {
    $tree = new RecursiveIteratorIterator(new RecursiveDirectoryIterator("$root/$folder", FilesystemIterator::SKIP_DOTS));
    foreach (new RegexIterator($tree, '/\.[ch]$/') as $file) {
        $path = substr((string) $file, strlen($root) + 1);
        $lines = file((string) $file, FILE_IGNORE_NEW_LINES);
        $functions = functions($lines);
        $count['files']++;
        $count['functions'] += count($functions);
        foreach (array_filter($functions, static fn (int $length): bool => $length > LONGEST_FUNCTION) as $name => $length) {
            echo "$path: $name() has $length lines\n";
        }
        if (count($lines) > LONGEST_FILE) {
            echo "$path has ", count($lines), " lines\n";
        }
    }
}
echo $count['files'] > 150 ? 'many' : 'few', ' files, ', $count['functions'] > 1000 ? 'many' : "few ($count[functions])", " functions\n";
$rows = rows(file("$root/ext/core/table/methods.c", FILE_IGNORE_NEW_LINES));
echo count($rows) > 35 ? 'many' : 'few', ' rows, the longest of ', max($rows) <= LONGEST_ROW ? 'at most five' : max($rows), " lines\n";

?>
--EXPECT--
many files, many functions
many rows, the longest of at most five lines
