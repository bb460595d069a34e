<?php
/**
 * Sends the page as the editors of its time wrote it: one byte a Thai letter. Its source stays in
 * UTF-8, which today's editors and git read; a real page of those years is such bytes itself.
 */
header( 'Content-Type: text/html; charset=windows-874' );
ob_start(
	function ( $page ) {
		return iconv( 'UTF-8', 'WINDOWS-874', $page );
	}
);
