<?php

declare(strict_types=1);

// curl_multi.php at its best.
return fn (string $uri, ?string $caFile): array => (require __DIR__ . '/curl_multi.php')($uri, $caFile, true);
