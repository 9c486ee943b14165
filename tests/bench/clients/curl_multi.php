<?php

declare(strict_types=1);

require_once __DIR__ . '/../curl_handles.php';

/**
 * Many calls by PHP's curl_multi, as people use it: an easy handle for each call and a multi handle for each batch, or,
 * at its best, both kept.
 */
final class CurlMulti
{
    private ?CurlMultiHandle $kept = null;

    /** @var list<CurlHandle> */
    private array $idle = [];

    public function __construct(
        private readonly string $uri,
        private readonly ?string $caFile,
        private readonly bool $keeps,
    ) {
    }

    /** @param Iterator<string> $requests */
    public function run(Iterator $requests, int $atOnce): void
    {
        $multi = $this->kept ?? curl_multi_init();
        for ($busy = 0; $busy < $atOnce && $requests->valid(); $busy++) {
            $this->start($multi, $requests);
        }
        while ($busy > 0) {
            curl_multi_exec($multi, $running);
            while ($done = curl_multi_info_read($multi)) {
                $this->finish($multi, $done['handle']);
                $busy--;
                if ($requests->valid()) {
                    $this->start($multi, $requests);
                    $busy++;
                }
            }
            if ($busy > 0) {
                curl_multi_select($multi);
            }
        }
        $this->kept = $this->keeps ? $multi : null;
    }

    /** @param Iterator<string> $requests */
    private function start(CurlMultiHandle $multi, Iterator $requests): void
    {
        $curl = array_pop($this->idle) ?? new_handle($this->caFile);
        curl_multi_add_handle($multi, address($curl, $this->uri, $requests->current()));
        $requests->next();
    }

    private function finish(CurlMultiHandle $multi, CurlHandle $curl): void
    {
        decode($curl, curl_multi_getcontent($curl));
        curl_multi_remove_handle($multi, $curl);
        if ($this->keeps) {
            $this->idle[] = $curl;
        }
    }
}

return function (string $uri, ?string $caFile, bool $keeps = false): array {
    $multi = new CurlMulti($uri, $caFile, $keeps);

    return [
        'mixed' => fn () => $multi->run(new ArrayIterator(MIXED), count(MIXED)),
        'batch' => fn (int $count) => $multi->run(repeated('status', $count), AT_ONCE),
    ];
};
