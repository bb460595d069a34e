<?php
/**
 * Plugin Name: Knowledge bank on this machine
 * Description: Lets WordPress read the oEmbed answers of a knowledge bank on loopback. For this example only.
 *
 * WordPress asks an address it finds in a text only where it leads to the internet and to the ports
 * 80, 443 and 8080. A real knowledge bank stands on port 443: leave this file away there.
 */

/** The host and the port of the knowledge bank of this run. */
function km_example_bank( $part ) {
	return parse_url( getenv( 'KM_ORIGIN' ), $part );
}

add_filter(
	'http_request_host_is_external',
	function ( $is_external, $host ) {
		return $is_external || $host === km_example_bank( PHP_URL_HOST );
	},
	10,
	2
);

add_filter(
	'http_allowed_safe_ports',
	function ( $ports, $host ) {
		return $host === km_example_bank( PHP_URL_HOST )
			? array_merge( $ports, array( km_example_bank( PHP_URL_PORT ) ) )
			: $ports;
	},
	10,
	2
);
