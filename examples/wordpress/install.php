<?php
/**
 * Makes the site: tables, two people and three texts, each saved as WordPress saves what they type.
 */

if ( 'cli' !== PHP_SAPI ) {
	exit;
}

$address                = parse_url( getenv( 'WORDPRESS_ORIGIN' ) );
$_SERVER['HTTP_HOST']   = $address['host'] . ':' . $address['port'];
$_SERVER['REQUEST_URI'] = '/';

$database = mysqli_connect( 'localhost', 'root', '', '', 0, getenv( 'WORDPRESS_SOCKET' ) );
$database->query( 'CREATE DATABASE wordpress CHARACTER SET utf8mb4' );

// Nobody waits for a mail that says the site is there.
function wp_new_blog_notification() {}

define( 'WP_INSTALLING', true );
require getenv( 'WORDPRESS_FOLDER' ) . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';

$password = getenv( 'WORDPRESS_PASSWORD' );
$webadmin = wp_install(
	'เทศบาลตำบลสาครทอง (เว็บไซต์สมมุติ)',
	'webadmin',
	'webadmin@wordpress.example',
	false,
	'',
	$password,
	'th'
)['user_id'];
$officer  = wp_insert_user(
	array(
		'user_login' => 'officer',
		'user_pass'  => $password,
		'user_email' => 'officer@wordpress.example',
		'role'       => 'author',
	)
);

// What WordPress shows of itself.
foreach ( get_posts( array( 'post_type' => 'any', 'post_status' => 'any', 'numberposts' => -1 ) ) as $post ) {
	wp_delete_post( $post->ID, true );
}
update_option( 'blogdescription', 'ตัวอย่างการแสดงคลังความรู้ e-LAAS บน WordPress' );
update_option( 'timezone_string', 'Asia/Bangkok' );
update_option( 'permalink_structure', '/%postname%/' );

$km = getenv( 'KM_ORIGIN' );

/** Saves a text in the name of a user, with what that user may write. */
function save( $user, $type, $name, $title, $content ) {
	wp_set_current_user( $user );
	$id = wp_insert_post(
		wp_slash(
			array(
				'post_author'  => $user,
				'post_type'    => $type,
				'post_name'    => $name,
				'post_title'   => $title,
				'post_content' => $content,
				'post_status'  => 'publish',
			)
		),
		true
	);
	if ( is_wp_error( $id ) ) {
		fwrite( STDERR, $id->get_error_message() );
		exit( 1 );
	}
	return $id;
}

$snippet = <<<HTML
<script type="module" src="$km/widgets/v1/km.js"></script>

<km-faq-list limit="5">
  <a href="$km/faqs">คำถามที่พบบ่อย</a>
</km-faq-list>
HTML;

/** What the editor makes of an address that is pasted alone into a paragraph. */
function embed( $address ) {
	return <<<HTML
<!-- wp:embed {"url":"$address","type":"wp-embed"} -->
<figure class="wp-block-embed is-type-wp-embed"><div class="wp-block-embed__wrapper">
$address
</div></figure>
<!-- /wp:embed -->
HTML;
}

$home = save(
	$webadmin,
	'page',
	'home',
	'กองคลัง',
	<<<HTML
<!-- wp:heading -->
<h2>คำถามที่พบบ่อย</h2>
<!-- /wp:heading -->

<!-- wp:html -->
$snippet
<!-- /wp:html -->
HTML
);

save(
	$webadmin,
	'page',
	'laws',
	'กฎหมายและหนังสือสั่งการ',
	<<<HTML
<!-- wp:paragraph -->
<p>กฎหมาย ระเบียบ และหนังสือสั่งการด้านการเงินการคลังท้องถิ่นฉบับล่าสุด</p>
<!-- /wp:paragraph -->

HTML . embed( "$km/laws" )
);

// Who may not use scripts pastes the same as the web admin, and an address below it.
save(
	$officer,
	'post',
	'manuals',
	'คู่มือการใช้งาน e-LAAS',
	<<<HTML
<!-- wp:html -->
$snippet
<!-- /wp:html -->

HTML . embed( "$km/manuals" )
);

update_option( 'show_on_front', 'page' );
update_option( 'page_on_front', $home );
flush_rewrite_rules();
