# what page.html, page.css and page.js say is looked at in a browser (make check-html); the cases are about what the records became
/^<style>$/,/^<\/style>$/d
/^<script>/,/^<\/script>$/d
s/sha256-[^']*/sha256-/
