<?php

declare(strict_types=1);

// voronkovich/sberbank-acquiring-client as shipped; with a CA file, or '' for libcurl's own authorities, its curl is told
// to verify, which it does not by itself.
use Voronkovich\SberbankAcquiring\Client;
use Voronkovich\SberbankAcquiring\HttpClient\CurlClient;

return function (string $uri, ?string $caFile): array {
    $directory = getenv('BENCH_VORONKOVICH');
    if (is_file("$directory/vendor/autoload.php")) {
        require_once "$directory/vendor/autoload.php";
    } else {
        spl_autoload_register(function (string $class) use ($directory): void {
            require $directory . '/src/' . strtr(substr($class, strlen('Voronkovich\SberbankAcquiring\\')), '\\', '/') . '.php';
        });
    }
    $options = ['userName' => USER, 'password' => PASSWORD, 'apiUri' => substr($uri, 0, -strlen('/payment/'))];
    $make = fn () => new Client($options + ($caFile === null ? [] : ['httpClient' => new CurlClient([
        CURLOPT_SSL_VERIFYHOST => 2,
        CURLOPT_SSL_VERIFYPEER => true,
    ] + ($caFile === '' ? [] : [CURLOPT_CAINFO => $caFile]))]));
    $client = $make();
    $bundle = bundle();

    return [
        'status' => fn () => $client->getOrderStatus(ORDER_ID),
        'register' => fn () => $client->registerOrder('bench-1', 150000, RETURN_URL),
        'bindings' => fn () => $client->getBindings('client-1'),
        'bundle' => fn () => $client->registerOrder('bench-1', 450000, RETURN_URL, ['orderBundle' => $bundle]),
        'new' => fn () => $make()->getOrderStatus(ORDER_ID),
    ];
};
