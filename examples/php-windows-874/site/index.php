<?php
require 'windows-874.php';
date_default_timezone_set( 'Asia/Bangkok' );
$km = htmlspecialchars( getenv( 'KM_ORIGIN' ) );
?>
<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">
<html lang="th">
<head>
<meta http-equiv="Content-Type" content="text/html; charset=windows-874">
<title>องค์การบริหารส่วนตำบลทุ่งสาคร (เว็บไซต์สมมุติ)</title>
<link rel="icon" href="data:,">
<style type="text/css">
body, td { font-family: "MS Sans Serif", Tahoma, "Loma", sans-serif; font-size: 14px }
a { color: #003399 }
a:hover { color: #cc0000 }
h2 { font-size: 16px; margin: 0 0 6px 0; color: #003366 }
.menu td { border-bottom: 1px solid #b8cbe0; padding: 6px }
</style>
<script type="module" src="<?= $km ?>/widgets/v1/km.js"></script>
</head>
<body bgcolor="#DDE6F0" text="#222222" topmargin="0" leftmargin="0" marginwidth="0" marginheight="0">
<table width="980" border="0" cellpadding="0" cellspacing="0" align="center" bgcolor="#FFFFFF">
<tr>
  <td colspan="2" bgcolor="#003366" height="90" style="padding: 0 16px">
    <h1 style="margin: 0"><font color="#FFFFFF" size="5">องค์การบริหารส่วนตำบลทุ่งสาคร</font></h1>
    <font color="#FFFFFF">หน่วยงานสมมุติ ใช้แสดงตัวอย่างเท่านั้น</font>
  </td>
</tr>
<tr>
  <td colspan="2" bgcolor="#EEF3F9" style="padding: 8px 16px">
    <km-news-ticker limit="5">
      <a href="<?= $km ?>/news">ข่าวประชาสัมพันธ์จากคลังความรู้ e-LAAS</a>
    </km-news-ticker>
  </td>
</tr>
<tr>
  <td width="200" valign="top" bgcolor="#EEF3F9">
    <table class="menu" width="100%" border="0" cellpadding="0" cellspacing="0">
      <tr><td><a href="index.php">หน้าแรก</a></td></tr>
      <tr><td><a href="#faqs">คำถามที่พบบ่อย</a></td></tr>
      <tr><td><a href="#laws">กฎหมายและหนังสือสั่งการ</a></td></tr>
      <tr><td><a href="#forms">ดาวน์โหลดแบบฟอร์ม</a></td></tr>
      <tr><td>วันนี้วันที่ <?= date( 'j/n/' ) . ( date( 'Y' ) + 543 ) ?></td></tr>
    </table>
  </td>
  <td valign="top" style="padding: 16px">
    <h2><a name="faqs">คำถามที่พบบ่อย</a></h2>
    <km-faq-list limit="5">
      <a href="<?= $km ?>/faqs">คำถามที่พบบ่อยในคลังความรู้ e-LAAS</a>
    </km-faq-list>
    <br>
    <h2><a name="laws">กฎหมาย ระเบียบ และหนังสือสั่งการ</a></h2>
    <km-law-library limit="4">
      <a href="<?= $km ?>/laws">กฎหมายและหนังสือสั่งการในคลังความรู้ e-LAAS</a>
    </km-law-library>
    <br>
    <h2><a name="forms">ดาวน์โหลดแบบฟอร์ม</a></h2>
    <km-form-downloader limit="4">
      <a href="<?= $km ?>/forms">แบบฟอร์มในคลังความรู้ e-LAAS</a>
    </km-form-downloader>
  </td>
</tr>
<tr>
  <td colspan="2" align="center" bgcolor="#003366" height="50">
    <font color="#FFFFFF" size="2">สำนักงาน อบต.ทุ่งสาคร (หน่วยงานสมมุติ)</font>
  </td>
</tr>
</table>
</body>
</html>
