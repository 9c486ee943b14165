--TEST--
package.xml lists the files that are there, and the versions agree
--EXTENSIONS--
payment_gateway
--SKIPIF--
<?php
// `pecl run-tests` has the tests alone, without the package around them.
if (!is_file(dirname(__DIR__, 2) . '/config.m4')) {
    die('skip the package is not here');
}
?>
--FILE--
<?php
declare(strict_types=1);

$root = dirname(__DIR__, 2);
// An unpacked PECL archive has its package.xml one level up, and neither git nor dot-files.
$description = is_file("$root/package.xml") ? "$root/package.xml" : dirname($root) . '/package.xml';
$package = file_get_contents($description);

/** What git knows or would add, or else all files that are no product of the build or of a test. */
function files_on_disk(string $root): array
{
    $files = [];
    if (is_executable("$root/.ci/package-files")) {
        exec('git -C ' . escapeshellarg($root) . ' -c safe.directory=* ls-files --cached --others --exclude-standard 2>/dev/null', $files, $code);
        if ($code === 0 && $files !== []) {
            return array_filter(array_unique($files), fn ($file) => is_file("$root/$file"));
        }
    }
    $files = [];
    $products = '~^(build|modules|include|autom4te\.cache)/|/(build|\.libs|node_modules)/|\.(l?o|la|a|so|dep|gcda|gcno|diff|exp|log|mem|out)$~';
    foreach (['', 'ext', 'stubs', 'tests', 'examples'] as $top) {
        $entries = $top === ''
            ? new ArrayIterator(glob("$root/{*.md,*.m4,*.w32,*.json,php_*.h}", GLOB_BRACE))
            : new RecursiveIteratorIterator(new RecursiveDirectoryIterator("$root/$top", FilesystemIterator::SKIP_DOTS));
        foreach ($entries as $entry) {
            $file = substr((string) $entry, strlen($root) + 1);
            $testScript = preg_replace('~\.(php|sh|clean\.php|skip\.php)$~', '.phpt', $file);
            if (!preg_match($products, $file)
                && !preg_match('~^(aclocal|acinclude)\.m4$~', $file)
                && ($testScript === $file || !is_file("$root/$testScript"))) {
                $files[] = $file;
            }
        }
    }
    $files[] = 'LICENSE';
    return $files;
}

$expected = array_filter(
    files_on_disk($root),
    fn (string $file): bool => !preg_match('~^(\.|.*/\.|composer\.json$|package\.xml$)~', $file),
);
preg_match_all('~<file\s[^>]*name="([^"]+)"~', $package, $matches);
$listed = array_map(html_entity_decode(...), $matches[1]);

foreach (array_diff($expected, $listed) as $file) {
    echo "not in package.xml (run .ci/package-files): $file\n";
}
foreach (array_diff($listed, $expected) as $file) {
    echo "in package.xml, but not there (run .ci/package-files): $file\n";
}
echo count($listed) > 20 ? "files compared\n" : "too few files\n";

$version = phpversion('payment_gateway');
preg_match('~<release>([^<]+)</release>~', $package, $match);
echo $match[1] === $version ? "package.xml agrees\n" : "package.xml has $match[1], the extension $version\n";
preg_match('~^## \[(.*?)\]~m', file_get_contents("$root/CHANGELOG.md"), $match);
echo $match[1] === $version ? "CHANGELOG.md agrees\n" : "CHANGELOG.md has $match[1], the extension $version\n";
preg_match('~<stability>\s*<release>([^<]+)~', $package, $match);
echo ($match[1] === 'stable') === version_compare($version, '1.0.0', '>=') ? "stability fits\n" : "0.x is not stable\n";
preg_match('~filesource="([^"]+)"~', $package, $match);
echo is_file("$root/$match[1]") ? "licence there\n" : "no licence file $match[1]\n";

// Installed PECL archives need not come with pecl itself.
if (is_file("$root/package.xml")) {
    exec('cd ' . escapeshellarg($root) . ' && pecl package-validate 2>&1', $output);
    echo preg_match('~\b0 error~', implode("\n", $output)) ? "pecl accepts it\n" : implode("\n", $output) . "\n";
} else {
    echo "pecl accepts it\n";
}
?>
--EXPECT--
files compared
package.xml agrees
CHANGELOG.md agrees
stability fits
licence there
pecl accepts it
